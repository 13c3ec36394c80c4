import {createClient, type SanityClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {evaluateDocumentInternal} from '@sanity/validation/_internal'
import type {SchemaTypeDefinition} from '@sanity/types'
import {codePrefix, schemaTypes} from '@touchpoints/schemas'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {publishedId, type StoredDocument} from '@touchpoints/schemas/rules'

/** A value that is missing, has the wrong format, or refers to a document that does not exist. */
export interface FormatFinding {
  documentId: string
  documentType: string
  code: 'format'
  level: 'error' | 'warning'
  path: (string | number | {_key: string})[]
  message: string
}

interface FormatOptions {
  onChecked?: (() => void) | undefined
  types?: readonly SchemaTypeDefinition[]
  others?: readonly StoredDocument[]
}

/**
 * Runs the Studio's own validation on every field. Excludes our rules, which need the whole dataset:
 * `checkDataset` runs them.
 *
 * @param options.onChecked - called after each document, to show progress
 * @param options.types - types of the schema. Defaults to those of the package
 * @param options.others - documents that are stored already. They are not checked, but a reference may name
 *   them, and a slug of theirs is taken
 */
export async function checkFormats(
  documents: readonly StoredDocument[],
  {onChecked = () => {}, types = schemaTypes, others = []}: FormatOptions = {},
): Promise<FormatFinding[]> {
  const schema = Schema.compile({name: 'touchpoints', types: [...builtinTypes, ...types]})
  const all = [...others, ...documents]
  const ids = new Set(all.map(({_id}) => publishedId(_id)))
  const client = slugClient(all)
  const findings: FormatFinding[] = []
  for (const document of documents) {
    const {markers} = await evaluateDocumentInternal({
      document: {_rev: '', _createdAt: '', _updatedAt: '', ...document},
      schema,
      // With `cli` it downgrades the errors of every object to warnings (measured with 6.16.0).
      environment: 'studio',
      getClient: () => client,
      getDocumentExists: ({id}) => Promise.resolve(ids.has(publishedId(id))),
    })
    for (const {code, level, path, message} of markers) {
      if (code.startsWith(codePrefix) || level === 'info') continue
      findings.push({
        documentId: document._id,
        documentType: document._type,
        code: 'format',
        level,
        path: path.map((segment) => (Array.isArray(segment) ? segment.join(':') : segment)),
        message,
      })
    }
    onChecked()
  }
  return findings
}

/**
 * Creates a client that answers the only query outside the rules: whether a slug is free. An index avoids
 * one scan of all documents for each document, which is quadratic.
 */
function slugClient(documents: readonly StoredDocument[]): SanityClient {
  const documentsBySlug = Map.groupBy(documents, ({_type, slug}) =>
    key(_type, Reflect.get(Object(slug), 'current')),
  )
  const client: SanityClient = Object.assign(
    createClient({projectId: 'check', dataset: 'check', apiVersion, useCdn: false}),
    {
      fetch: (query: string, params: Record<string, unknown> = {}) => {
        if (!query.startsWith('!defined(')) return Promise.resolve([])
        const same = documentsBySlug.get(key(params['docType'], params['slug'])) ?? []
        return Promise.resolve(same.every(({_id}) => publishedId(_id) === params['published']))
      },
      withConfig: () => client,
    },
  )
  return client
}

function key(type: unknown, slug: unknown): string {
  return JSON.stringify([type, slug])
}
