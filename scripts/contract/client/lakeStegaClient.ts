import {
  type ClientStegaConfig,
  createClient as createAnyClient,
  type SanityStegaClient,
} from '@sanity/client/stega'
import {lakeOptions} from './lakeOptions.ts'

export * from '@sanity/client/stega'

/** Replaces `createClient` of `@sanity/client/stega` in the suite: adds the lake's address, and nothing else. */
export function createClient(config: ClientStegaConfig): SanityStegaClient {
  return createAnyClient({...config, ...lakeOptions})
}
