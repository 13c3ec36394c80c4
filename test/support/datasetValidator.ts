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
 * Returns the Studio's own validation for documents in memory. References, slugs and rules about other
 * documents see exactly `dataset`.
 *
 * Uses an internal function, because the public `validateDocument` always runs as `cli`. That downgrades the
 * errors of each object to warnings, because its check for unknown fields lowers the level of the whole rule
 * (measured with 6.16.0).
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

/** Returns the fields of a document that the schema does not have. The Studio keeps but never shows them. */
export async function unknownFields(document: StoredDocument): Promise<string[]> {
  const {markers} = await validateDocument({
    document: asSanityDocument(document),
    schema: compiledSchema,
  })
  const messages = markers
    .filter((marker) => marker.code === validationMarkerCodes.objectUnknownField)
    .map((marker) => `${document._id}: ${marker.message}`)
  // The validation reports each of them once for each rule of the document.
  return [...new Set(messages)]
}

/** Creates a client for validation that evaluates queries on an array with groq-js. */
function datasetClient(dataset: readonly StoredDocument[]): SanityClient {
  const client: SanityClient = Object.assign(
    createClient({projectId: 'sample', dataset: 'sample', apiVersion, useCdn: false}),
    {
      fetch: async (query: string, params?: Record<string, unknown>) => {
        const result = await evaluate(parse(query, {params}), {dataset, params})
        return result.get()
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
