import {hostName} from './hostName.ts'

/** What a request says about the dataset it is for. */
export type RequestedDataset = {dataset: string; projectId?: string}

const namedTwice = /^\/(?:images|files)\/([^/]+)\/([^/]+)\//
const schedules = /^\/v[^/]+\/schedules\/([^/]+)\/([^/]+)/
const upload = /^\/v[^/]+\/assets\/(?:images|files)\/([^/]+)$/
const data = /^\/v[^/]+\/data\/(?:live\/)?[^/]+\/([^/]+)/

/** Returns the dataset that a path names. Undefined if the path is not about a dataset. */
export function datasetInPath(path: string): RequestedDataset | undefined {
  const [, projectId, named] = namedTwice.exec(path) ?? schedules.exec(path) ?? []
  if (projectId !== undefined && named !== undefined) return {projectId, dataset: named}
  const [, dataset] = upload.exec(path) ?? data.exec(path) ?? []
  return dataset === undefined ? undefined : {dataset}
}

/** Returns the project that a request names in a header or in its host name. */
export function projectInRequest({headers, url}: Request): string | undefined {
  const fromHeader = headers.get('x-sanity-project-id')
  if (fromHeader !== null) return fromHeader
  return projectInHost(new URL(url).host)
}

/** Returns the project in a host such as `abc123.localhost:3900`. */
export function projectInHost(host: string): string | undefined {
  return /^([a-z0-9-]+)\.localhost$/.exec(hostName(host))?.[1]
}
