import {createClient, type SanityClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {SanityDocument} from '@sanity/types'
import {validateDocument, validationMarkerCodes} from '@sanity/validation'
import {evaluateDocumentInternal} from '@sanity/validation/_internal'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {evaluate, parse} from 'groq-js'

import {schemaTypes} from '../../schemas/index.ts'
import type {StoredDocument} from './readContent.ts'

export const compiledSchema = Schema.compile({
  name: 'touchpoints',
  types: [...builtinTypes, ...schemaTypes],
})

/**
 * The Studio's own validation over documents in memory: references, slugs and rules that ask about
 * other documents see exactly `dataset`.
 *
 * The package's public `validateDocument` always validates as a command line does, and there each
 * object's errors come out as warnings: its check for unknown fields lowers the level of the whole rule
 * (measured, 6.16.0). Hence the internal one, told that it is the Studio.
 */
export function datasetValidator(dataset: readonly StoredDocument[]) {
  const ids = new Set(dataset.map((document) => document._id))
  const client = datasetClient(dataset)
  return (document: StoredDocument) =>
    evaluateDocumentInternal({
      document: asSanityDocument(document),
      schema: compiledSchema,
      environment: 'studio',
      getClient: () => client,
      getDocumentExists: ({id}) => Promise.resolve(ids.has(id)),
    })
}

/** The fields of a document that the schema does not know: the Studio would keep and never show them. */
export async function unknownFields(document: StoredDocument): Promise<string[]> {
  const {markers} = await validateDocument({
    document: asSanityDocument(document),
    schema: compiledSchema,
  })
  const messages = markers
    .filter((marker) => marker.code === validationMarkerCodes.objectUnknownField)
    .map((marker) => `${document._id}: ${marker.message}`)
  // Told once for each rule of the document.
  return [...new Set(messages)]
}

/** A client as far as validation asks for one: queries answered by groq-js from an array. */
function datasetClient(dataset: readonly StoredDocument[]): SanityClient {
  const client: SanityClient = Object.assign(
    createClient({projectId: 'sample', dataset: 'sample', apiVersion, useCdn: false}),
    {
      fetch: async (query: string, params?: Record<string, unknown>) => {
        const answer = await evaluate(parse(query, {params}), {dataset, params})
        return answer.get()
      },
      withConfig: () => client,
    },
  )
  return client
}

function asSanityDocument(document: StoredDocument): SanityDocument {
  const at = '2026-01-01T00:00:00Z'
  return {_rev: 'r1', _createdAt: at, _updatedAt: at, ...document}
}
