import type {SanityClient} from '@sanity/client'
import * as z from 'zod/mini'

import {withDeadline} from '../../lake/withDeadline.ts'
import type {NonceStore} from './nonceStore.ts'

/** The part of a Sanity client that the store uses. Its token needs permission to write. */
export type NonceClient = Pick<SanityClient, 'fetch' | 'create' | 'delete'>

const stored = z.array(z.object({id: z.string(), documentId: z.string(), until: z.string()}))
const expired = '*[_type == $type && until <= $now]'
const valid = '*[_type == $type && until > $now] | order(_createdAt) {"id": _id, documentId, until}'

/**
 * Stores entries as documents of the Content Lake, as @sanity/preview-url-secret does with its secrets.
 * All processes of a site share them, and they survive a restart.
 *
 * Their ids contain a dot, which makes them private: nobody can read them without a token, not even in a
 * public dataset (https://www.sanity.io/docs/content-lake/ids). Their type has no schema, so the Studio
 * does not list them.
 *
 * @param kind - separates the entries of several stores, such as `share`
 * @param now - milliseconds since 1970
 * @param timeout - milliseconds until a request fails. Defaults to 10,000.
 */
export function lakeNonceStore(
  client: NonceClient,
  kind: string,
  now: () => number,
  timeout = 10_000,
): NonceStore {
  const type = `touchpoints.${kind}`
  const idOf = (id: string) => `${type}.${id}`
  const params = () => ({type, now: new Date(now()).toISOString()})
  return {
    add: async ({id, documentId, until}) => {
      await withDeadline(timeout, (signal) =>
        client.delete({query: expired, params: params()}, {signal}),
      )
      const document = {documentId, until: new Date(until).toISOString()}
      try {
        await withDeadline(timeout, (signal) =>
          client.create({...document, _id: idOf(id), _type: type}, {signal}),
        )
        return true
      } catch (error) {
        // The lake decides which process was first, because it creates an id only once.
        if (error instanceof Error && Reflect.get(error, 'statusCode') === 409) return false
        throw error
      }
    },
    remove: async (id) =>
      void (await withDeadline(timeout, (signal) => client.delete(idOf(id), {signal}))),
    list: async () => {
      const entries = stored.parse(
        await withDeadline(timeout, (signal) =>
          client.fetch<unknown>(valid, params(), {perspective: 'raw', useCdn: false, signal}),
        ),
      )
      return entries.map(({id, documentId, until}) => ({
        id: id.slice(idOf('').length),
        documentId,
        until: Date.parse(until),
      }))
    },
  }
}
