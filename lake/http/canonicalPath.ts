import {getPath} from 'hono/utils/url'

/** `/v1/projects/<project>/datasets/<dataset>/<operation>`, for a client with a dataset as its `resource`. */
const datasetResource =
  /^(\/v[^/]+)\/projects\/([^/]+)\/datasets\/([^/]+)\/(query|doc|mutate|actions|listen|history|export|ping|live\/events)(\/.*)?$/

/**
 * Returns the path by which the routes know a request. A client that has a dataset as its `resource` uses other
 * paths for the same operations.
 */
export function canonicalPath(request: Request): string {
  const path = getPath(request)
  const [, version, , dataset, operation, rest = ''] = datasetResource.exec(path) ?? []
  if (version === undefined) return path
  return `${version}/data/${operation}/${dataset}${rest}`
}

/** Returns the project in the path of a dataset resource. */
export function projectInResource(request: Request): string | undefined {
  return datasetResource.exec(getPath(request))?.[2]
}
