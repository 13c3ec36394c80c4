import {type ClientConfig, createClient as createAnyClient, type SanityClient} from '@sanity/client'
import {lakeOptions} from './lakeOptions.ts'

export * from '@sanity/client'

/** Replaces `createClient` of `@sanity/client` in the suite: adds the lake's address, and nothing else. */
export function createClient(config: ClientConfig): SanityClient {
  return createAnyClient({...config, ...lakeOptions})
}
