import type {SanityClient} from '@sanity/client'
import * as z from 'zod/mini'

import type {NonceStore} from './nonceStore.ts'

/** The part of a Sanity client that a ledger needs; its token must be one that may write. */
export type NonceClient = Pick<SanityClient, 'fetch' | 'create' | 'delete'>

const stored = z.array(z.object({id: z.string(), documentId: z.string(), until: z.string()}))
const old = '*[_type == $type && until <= $now]'
const good = '*[_type == $type && until > $now] | order(_createdAt) {"id": _id, documentId, until}'

/**
 * Keeps entries as documents of the Content Lake, as @sanity/preview-url-secret does with its secrets, so
 * every process of a site knows them and a restart forgets none.
 *
 * Their ids have a dot, which makes them private: without a token nobody reads them, not even in a public
 * dataset (https://www.sanity.io/docs/content-lake/ids). No schema names their type, so no list of the
 * Studio shows them.
 *
 * @param kind - tells ledgers apart, such as `share`
 * @param now - milliseconds since 1970
 */
export function lakeNonceStore(client: NonceClient, kind: string, now: () => number): NonceStore {
  const type = `touchpoints.${kind}`
  const idOf = (id: string) => `${type}.${id}`
  const params = () => ({type, now: new Date(now()).toISOString()})
  return {
    add: async ({id, documentId, until}) => {
      await client.delete({query: old, params: params()})
      const document = {documentId, until: new Date(until).toISOString()}
      try {
        await client.create({...document, _id: idOf(id), _type: type})
        return true
      } catch (error) {
        // The lake says who was first: an id is created once.
        if (error instanceof Error && Reflect.get(error, 'statusCode') === 409) return false
        throw error
      }
    },
    remove: async (id) => void (await client.delete(idOf(id))),
    list: async () => {
      const found = stored.parse(
        await client.fetch<unknown>(good, params(), {perspective: 'raw', useCdn: false}),
      )
      return found.map(({id, documentId, until}) => ({
        id: id.slice(idOf('').length),
        documentId,
        until: Date.parse(until),
      }))
    },
  }
}
