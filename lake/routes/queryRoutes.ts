import type {Engine} from '../engine.ts'
import {tagsOfResult} from '../events/syncTags.ts'
import {requestError} from '../http/apiError.ts'
import {flag, groqParams} from '../http/queryString.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import type {Visitor} from '../http/visitor.ts'
import {isObject, type JsonObject} from '../json.ts'
import {parsePerspective, type Perspective} from '../query/perspective.ts'
import {visiblePerspective} from '../query/visibility.ts'

/** From this API version on a query without a perspective sees what is published: a fact of the protocol. */
const publishedByDefaultSince = '2025-02-19'

/** `/data/query/:dataset`, by GET and, for long queries, by POST. */
export function queryRoutes(engine: Engine): Router {
  const answer = (
    url: URL,
    version: string,
    visitor: Visitor,
    {query, params}: {query: string | null; params: JsonObject},
  ) => {
    if (query === null || query.trim() === '') {
      throw requestError(400, 'A query is needed: the parameter "query"')
    }
    const started = performance.now()
    const perspective = visiblePerspective(perspectiveOf(url, version), visitor)
    const {result, dependencies} = engine.query(query, params, perspective, visitor.id)
    return {
      ...(flag(url, 'returnQuery', true) && {query}),
      result,
      syncTags: tagsOfResult(dependencies),
      ms: Math.round(performance.now() - started),
    }
  }

  return newRouter()
    .get('/:apiVersion/data/query/:dataset', (context) => {
      const url = new URL(context.req.url)
      const asked = {query: url.searchParams.get('query'), params: groqParams(url)}
      return context.json(answer(url, context.req.param('apiVersion'), context.var.visitor, asked))
    })
    .post('/:apiVersion/data/query/:dataset', async (context) => {
      const url = new URL(context.req.url)
      const body = await readJson(context.req.raw)
      if (!isObject(body)) throw requestError(400, 'The body has to be {"query": …, "params": …}')
      const asked = {
        query: typeof body.query === 'string' ? body.query : null,
        params: isObject(body.params) ? body.params : {},
      }
      return context.json(answer(url, context.req.param('apiVersion'), context.var.visitor, asked))
    })
}

function perspectiveOf(url: URL, version: string): Perspective {
  const asked = url.searchParams.get('perspective')
  if (asked === null) return defaultPerspective(version)
  const perspective = parsePerspective(asked)
  if (perspective) return perspective
  throw requestError(
    400,
    `The perspective "${asked}" is not known. Use raw, published, drafts, or names of releases with commas between`,
  )
}

function defaultPerspective(version: string): Perspective {
  const date = version.replace(/^v/, '')
  return {kind: date === 'X' || date >= publishedByDefaultSince ? 'published' : 'raw'}
}
