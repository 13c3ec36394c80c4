import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {SanityDocument} from '@sanity/types'
import {validateDocument, type ValidationClient} from '@sanity/validation'
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
 */
export function datasetValidator(dataset: readonly StoredDocument[]) {
  const ids = new Set(dataset.map((document) => document._id))
  const client = datasetClient(dataset)
  return (document: StoredDocument) =>
    validateDocument({
      document: asSanityDocument(document),
      schema: compiledSchema,
      client,
      getDocumentExists: ({id}) => Promise.resolve(ids.has(id)),
    })
}

/** As much of a client as validation asks for: queries answered by groq-js from an array. */
function datasetClient(dataset: readonly StoredDocument[]): ValidationClient {
  const client: ValidationClient = {
    fetch: async (query: string, params?: Record<string, unknown>) => {
      const answer = await evaluate(parse(query, {params}), {dataset, params})
      return answer.get()
    },
    getDataUrl: () => '',
    observable: {fetch: notAsked, request: notAsked},
    withConfig: () => client,
  }
  return client
}

function notAsked(): never {
  throw new Error('Validation asked for something this client does not answer.')
}

function asSanityDocument(document: StoredDocument): SanityDocument {
  const at = '2026-01-01T00:00:00Z'
  return {_rev: 'r1', _createdAt: at, _updatedAt: at, ...document}
}
