import {createClient, type SanityClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {evaluateDocumentInternal} from '@sanity/validation/_internal'
import {codePrefix, schemaTypes} from '@touchpoints/schemas'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {publishedId, type StoredDocument} from '@touchpoints/schemas/rules'

/** What of a document breaks the format of its field, is missing, or refers to nothing. */
export interface FormatFinding {
  documentId: string
  documentType: string
  code: 'format'
  level: 'error' | 'warning'
  path: (string | number | {_key: string})[]
  message: string
}

/**
 * The Studio's own validation of every field, without the rules: those see the dataset as a whole and are
 * asked by `checkDataset`.
 *
 * @param told - called after each document, for those who wait
 */
export async function checkFormats(
  documents: readonly StoredDocument[],
  told: () => void = () => {},
): Promise<FormatFinding[]> {
  const schema = Schema.compile({name: 'touchpoints', types: [...builtinTypes, ...schemaTypes]})
  const ids = new Set(documents.map(({_id}) => publishedId(_id)))
  const client = slugClient(documents)
  const findings: FormatFinding[] = []
  for (const document of documents) {
    const {markers} = await evaluateDocumentInternal({
      document: {_rev: '', _createdAt: '', _updatedAt: '', ...document},
      schema,
      // As a command line it lowers every object's errors to warnings (measured, 6.16.0).
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
    told()
  }
  return findings
}

/**
 * Validation asks one thing of a client that is not a rule's: whether a slug is free. A query for each
 * document over all of them would cost their square; an index answers at once.
 */
function slugClient(documents: readonly StoredDocument[]): SanityClient {
  const holders = Map.groupBy(documents, ({_type, slug}) =>
    key(_type, Reflect.get(Object(slug), 'current')),
  )
  const client: SanityClient = Object.assign(
    createClient({projectId: 'check', dataset: 'check', apiVersion, useCdn: false}),
    {
      fetch: (query: string, params: Record<string, unknown> = {}) => {
        if (!query.startsWith('!defined(')) return Promise.resolve([])
        const same = holders.get(key(params['docType'], params['slug'])) ?? []
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
