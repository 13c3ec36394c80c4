import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {ConfigurationError} from '../errors.ts'
import type {QueryClient} from './queryPort.ts'

/** Address of the documents, for a loader that creates its own client. */
export interface LakeAddress {
  /** Usually from SANITY_STUDIO_PROJECT_ID. Undefined throws an error that names this variable. */
  projectId: string | undefined
  /** Usually from SANITY_STUDIO_DATASET. Undefined throws an error that names this variable. */
  dataset: string | undefined
  /** Address of a lake that is not hosted by Sanity, such as `http://localhost:3900`. */
  apiHost?: string | undefined
  /** Token for private datasets and drafts. Never send it to a browser. */
  token?: string | undefined
  /**
   * Sends the requests, such as the `fetch` of a framework or one with a proxy. Defaults to the platform's
   * own. A `client` has its own transport, so it cannot be combined with this.
   */
  fetch?: typeof globalThis.fetch | undefined
  /**
   * How many times a query is retried after a failure that may pass, within `timeout`. Defaults to 2. Use 0
   * for never. A `client` has its own policy (`maxRetries` of `createClient`), and the loader adds none.
   */
  retries?: number | undefined
}

export function queryClient({projectId, dataset, apiHost, token, fetch}: LakeAddress): QueryClient {
  if (projectId === undefined || !/^[a-z0-9-]+$/i.test(projectId)) {
    const message = `projectId is ${shown(projectId)}. Use letters, digits and hyphens, such as zp7mbokg. Is SANITY_STUDIO_PROJECT_ID set?`
    throw new ConfigurationError('projectId', message)
  }
  if (dataset === undefined || !/^~?[a-z0-9][-\w]{0,63}$/.test(dataset)) {
    const message = `dataset is ${shown(dataset)}. Use lower-case letters, digits, - and _, such as production. Is SANITY_STUDIO_DATASET set?`
    throw new ConfigurationError('dataset', message)
  }
  if (apiHost !== undefined && !isHost(apiHost)) {
    const message = `apiHost is "${apiHost}". Use a protocol and a host, such as http://localhost:3900. Omit it for the hosted Content Lake.`
    throw new ConfigurationError('apiHost', message)
  }
  return createClient({
    projectId,
    dataset,
    apiVersion,
    // The edge cache can be some seconds old. A page that revalidates on publish needs fresh data.
    useCdn: false,
    // The one policy is in retry.ts. It honors Retry-After, and ends at the loader's timeout.
    maxRetries: 0,
    ...(fetch && {resolveFetch: () => fetch}),
    ...(token && {token}),
    // The project id as a subdomain of localhost resolves in a browser, not in Node.
    ...(apiHost && {apiHost, useProjectHostname: false}),
  })
}

function shown(value: string | undefined): string {
  return value === undefined ? 'missing' : `"${value}"`
}

function isHost(value: string): boolean {
  if (!URL.canParse(value)) return false
  const {protocol, pathname, search} = new URL(value)
  return /^https?:$/.test(protocol) && pathname === '/' && search === ''
}
