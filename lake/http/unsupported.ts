import type {MiddlewareHandler} from 'hono'
import {requestError} from './apiError.ts'

/** Resources of the hosted service that are not datasets, by the first segment of their paths. */
const resources = new Map([
  ['canvases', 'canvas'],
  ['dashboards', 'dashboard'],
  ['knowledge-bases', 'knowledge-base'],
  ['media-libraries', 'media-library'],
])

const resourcePath = /^\/v[^/]+\/([^/]+)(?:\/|$)/

/** Query parameters that change the result on the hosted service. Without an error, it would be wrong. */
const variantParameters = ['variant', 'variantCondition'] as const

/** Rejects what the lake lacks and would otherwise ignore. @throws ApiError 501 that names it */
export function unsupported(): MiddlewareHandler {
  return async ({req}, next) => {
    const type = resources.get(resourcePath.exec(req.path)?.[1] ?? '')
    if (type !== undefined) {
      throw requestError(
        501,
        `The lake has no resources of the type "${type}". Use {type: "dataset", id: "<project>.<dataset>"}.`,
      )
    }
    const parameter = variantParameters.find((name) => req.query(name) !== undefined)
    if (parameter !== undefined && /^\/v[^/]+\/data\/query\//.test(req.path)) {
      throw requestError(
        501,
        `The lake has no variants, so it cannot apply "${parameter}". Remove the option "variant" of the client.`,
      )
    }
    await next()
  }
}
