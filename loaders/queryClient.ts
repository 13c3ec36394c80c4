import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {ConfigurationError} from './errors.ts'
import type {QueryClient} from './queryPort.ts'

/** Where the documents are, for a loader that makes its own client. */
export interface LakeAddress {
  /** Undefined is an error that names the variable it mostly comes from, SANITY_STUDIO_PROJECT_ID. */
  projectId: string | undefined
  /** Likewise; SANITY_STUDIO_DATASET. */
  dataset: string | undefined
  /** Of a lake elsewhere than at Sanity's, such as `http://localhost:3900`. */
  apiHost?: string | undefined
  /** For datasets that are not public, and for drafts. Never send one to a browser. */
  token?: string | undefined
}

export function queryClient({projectId, dataset, apiHost, token}: LakeAddress): QueryClient {
  if (projectId === undefined || !/^[a-z0-9-]+$/i.test(projectId)) {
    const message = `projectId is ${shown(projectId)}: give letters, digits and dashes, such as zp7mbokg. Is SANITY_STUDIO_PROJECT_ID set?`
    throw new ConfigurationError('projectId', message)
  }
  if (dataset === undefined || !/^~?[a-z0-9][-\w]{0,63}$/.test(dataset)) {
    const message = `dataset is ${shown(dataset)}: give small letters, digits, - and _, such as production. Is SANITY_STUDIO_DATASET set?`
    throw new ConfigurationError('dataset', message)
  }
  if (apiHost !== undefined && !isHost(apiHost)) {
    const message = `apiHost is "${apiHost}": give protocol and host, such as http://localhost:3900, or leave it out for Sanity's own.`
    throw new ConfigurationError('apiHost', message)
  }
  return createClient({
    projectId,
    dataset,
    apiVersion,
    // The edge cache may be some seconds behind; a page that revalidates on a publish must not be.
    useCdn: false,
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
