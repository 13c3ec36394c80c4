import type {Engine} from '../engine.ts'
import {requestError} from '../http/apiError.ts'
import {flag, groqParams} from '../http/queryString.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import type {Visitor} from '../http/visitor.ts'
import {isObject, type JsonObject} from '../json.ts'
import {parsePerspective, type Perspective} from '../query/perspective.ts'
import type {ArraySteps} from '../query/sourceMap/pathResolver.ts'
import {visiblePerspective} from '../query/visibility.ts'

/** From this API version on, the default perspective is `published`. Before it, `raw`. */
const publishedByDefaultSince = '2025-02-19'

/** `/data/query/:dataset`: evaluates GROQ. Long queries use POST. */
export function queryRoutes(engine: Engine): Router {
  // JSON can take six bytes for a character.
  const maxBodyBytes = engine.limits.queryParameterBytes + 6 * engine.limits.queryCharacters
  const respond = async (
    request: Request,
    version: string,
    visitor: Visitor,
    {query, params}: {query: string | null; params: JsonObject},
  ) => {
    if (query === null || query.trim() === '') {
      throw requestError(400, 'The parameter "query" is missing')
    }
    const started = performance.now()
    const url = new URL(request.url)
    const perspective = visiblePerspective(perspectiveOf(url, version), visitor)
    const now = engine.clock.now().getTime()
    const {result, sourceMap, syncTags} = await engine.queries.run(
      {query, params, perspective, identity: visitor.id, now, sourceMap: arrayStepsOf(url)},
      request.signal,
    )
    const ms = Math.round(performance.now() - started)
    const start = flag(url, 'returnQuery', true) ? `{"query":${JSON.stringify(query)},` : '{'
    const end = `,"syncTags":${JSON.stringify(syncTags)},"ms":${ms}}`
    // The worker has encoded the result. It can be long, so this thread does not parse it.
    const body = Buffer.concat([
      Buffer.from(`${start}"result":`),
      result,
      ...(sourceMap ? [Buffer.from(',"resultSourceMap":'), sourceMap] : []),
      Buffer.from(end),
    ])
    return new Response(body, {headers: {'content-type': 'application/json'}})
  }

  return newRouter()
    .get('/:apiVersion/data/query/:dataset', (context) => {
      const url = new URL(context.req.url)
      const request = {query: url.searchParams.get('query'), params: groqParams(url)}
      return respond(context.req.raw, context.req.param('apiVersion'), context.var.visitor, request)
    })
    .post('/:apiVersion/data/query/:dataset', async (context) => {
      const body = await readJson(context.req.raw, maxBodyBytes)
      if (!isObject(body)) throw requestError(400, 'The body must be {"query": …, "params": …}')
      const request = {
        query: typeof body.query === 'string' ? body.query : null,
        params: isObject(body.params) ? body.params : {},
      }
      return respond(context.req.raw, context.req.param('apiVersion'), context.var.visitor, request)
    })
}

/** Returns how the requested source map names items of arrays, or undefined if none is requested. */
function arrayStepsOf(url: URL): ArraySteps | undefined {
  const requested = url.searchParams.get('resultSourceMap')
  if (requested === null || requested === 'false') return undefined
  if (requested === 'true') return 'index'
  if (requested === 'withKeyArraySelector') return 'key'
  throw requestError(
    400,
    `Unknown resultSourceMap "${requested}". Use true, false or withKeyArraySelector.`,
  )
}

function perspectiveOf(url: URL, version: string): Perspective {
  const requested = url.searchParams.get('perspective')
  if (requested === null) return defaultPerspective(version)
  const perspective = parsePerspective(requested)
  if (perspective) return perspective
  throw requestError(
    400,
    `Unknown perspective "${requested}". Use raw, published, drafts or names of releases, separated by commas.`,
  )
}

function defaultPerspective(version: string): Perspective {
  const date = version.replace(/^v/, '')
  return {kind: date === 'X' || date >= publishedByDefaultSince ? 'published' : 'raw'}
}
