import {createClient, type SanityClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {evaluateDocumentInternal} from '@sanity/validation/_internal'
import type {SchemaTypeDefinition} from '@sanity/types'
import {codePrefix, schemaTypes} from '@touchpoints/schemas'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {publishedId, type StoredDocument} from '@touchpoints/schemas/rules'

import {emptyItems} from './emptyItems.ts'
import {type TitleOf, titlesOf, unpublishedText} from './unpublishedText.ts'

/** A value that is missing, has the wrong format, or refers to a document that does not exist. */
export interface FormatFinding {
  documentId: string
  documentType: string
  code: 'format'
  level: 'error' | 'warning'
  path: (string | number | {_key: string})[]
  message: string
  /** Whether the message is Sanity's own for any field, such as "Required". */
  isGeneral: boolean
}

const notPublished = 'reference.not-published'

/** Codes of Sanity's messages that a more specific one makes superfluous. */
const general: ReadonlySet<string> = new Set([
  'value.required',
  'array.minimum-length',
  'date.invalid-format',
  'string.url.invalid',
  'string.url.scheme-not-allowed',
])

interface FormatOptions {
  onChecked?: (() => void) | undefined
  types?: readonly SchemaTypeDefinition[]
  others?: readonly StoredDocument[]
  titleOf?: TitleOf
}

/**
 * Runs the Studio's own validation on every field. Excludes our rules, which need the whole dataset:
 * `checkDataset` runs them.
 *
 * @param options.onChecked - called after each document, to show progress
 * @param options.titleOf - titles of documents that are not published, for messages about references to them
 * @param options.types - types of the schema. Defaults to those of the package
 * @param options.others - documents that are stored already. They are not checked, but a reference may name
 *   them, and a slug of theirs is taken
 */
export async function checkFormats(
  documents: readonly StoredDocument[],
  {
    onChecked = () => {},
    types = schemaTypes,
    others = [],
    titleOf = titlesOf([...others, ...documents]),
  }: FormatOptions = {},
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
      const at = path.map((segment) => (Array.isArray(segment) ? segment.join(':') : segment))
      findings.push({
        documentId: document._id,
        documentType: document._type,
        code: 'format',
        level,
        path: at,
        message: code === notPublished ? unpublishedText(document, at, titleOf) : message,
        isGeneral: general.has(code),
      })
    }
    for (const path of emptyItems(document)) {
      findings.push({
        documentId: document._id,
        documentType: document._type,
        code: 'format',
        level: 'error',
        path,
        message: 'This item is empty. Remove it.',
        isGeneral: false,
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
