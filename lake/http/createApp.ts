import type {Engine} from '../engine.ts'
import type {EventLoop} from '../budget/watchEventLoop.ts'
import {OverloadFault} from '../faults.ts'
import {parseInstant} from '../instant.ts'
import {errorResponse, requestError} from './apiError.ts'
import {guard, type GuardOptions} from './guard.ts'
import {assertDecodable} from './requestTarget.ts'
import {newRouter, type Router} from './router.ts'
import {type Token, visitorFrom} from './visitor.ts'
import {accountRoutes} from '../routes/accountRoutes.ts'
import {stubRoutes} from '../routes/stubRoutes.ts'
import {actionRoutes} from '../routes/actionRoutes.ts'
import {assetRoutes} from '../routes/assetRoutes.ts'
import {documentRoutes} from '../routes/documentRoutes.ts'
import {historyRoutes} from '../routes/historyRoutes.ts'
import {listenRoutes} from '../routes/listenRoutes.ts'
import {liveRoutes} from '../routes/liveRoutes.ts'
import {mutateRoutes} from '../routes/mutateRoutes.ts'
import {queryRoutes} from '../routes/queryRoutes.ts'
import {welcomeRoute} from '../routes/welcomeRoute.ts'

export interface AppOptions extends GuardOptions {
  tokens: readonly Token[]
  eventLoop: EventLoop
}

/** The first segment of a path: an API version, or a folder of assets. */
const firstSegment = /^(?:v(?:\d+|X|\d{4}-\d{2}-\d{2})|images|files)$/

/** Requests that the lake rejects when it is overloaded. Open streams and small requests go on. */
const expensive =
  /^\/(?:images|files|v[^/]+\/(?:assets|data\/(?:query|mutate|actions|doc|export|history)))\//

/** Creates the HTTP interface of the hosted service for one engine. */
export function createApp(engine: Engine, {tokens, eventLoop, ...allowed}: AppOptions): Router {
  const app = newRouter()
  app.onError((error) => errorResponse(error))
  app.notFound((context) => {
    throw requestError(
      404,
      `Not found: ${context.req.method} ${context.req.path}. The lake does not have this endpoint.`,
    )
  })
  app.use(guard(allowed))
  app.use(async ({req}, next) => {
    if (expensive.test(req.path) && eventLoop.isLate()) {
      throw new OverloadFault('The lake is overloaded. Try again in a second.', 1)
    }
    await next()
  })
  app.use(async ({req}, next) => {
    assertDecodable(new URL(req.url).pathname)
    await next()
  })
  app.use(async (context, next) => {
    await next()
    // The router answers HEAD like GET and drops the body. A stream would stay open without a client.
    if (context.req.method === 'HEAD') await context.res.body?.cancel()
  })
  app.use('/:apiVersion/*', async (context, next) => {
    const version = context.req.param('apiVersion')
    if (!firstSegment.test(version)) {
      throw requestError(
        404,
        `Not found: ${context.req.path}. Start the path with an API version, such as /v2025-02-19.`,
      )
    }
    if (version.startsWith('v20') && parseInstant(version.slice(1)) === undefined) {
      throw requestError(400, `The API version "${version}" is not a valid date`)
    }
    await next()
  })
  app.use(async (context, next) => {
    context.set('visitor', visitorFrom(context.req.header('authorization') ?? null, tokens))
    await next()
  })
  app.use(async ({req}, next) => {
    const project = projectIn(req.raw)
    if (project !== undefined && project !== engine.projectId) {
      throw requestError(
        404,
        `Project "${project}" not found. This lake has the project "${engine.projectId}".`,
      )
    }
    await next()
  })
  // A lake has one dataset: another name is an error and does not create a dataset.
  app.use('/:apiVersion/:area{data|assets}/:rest{.+}', async (context, next) => {
    const dataset = datasetIn(context.req.path)
    if (dataset !== undefined && dataset !== engine.dataset) {
      throw requestError(
        404,
        `Dataset "${dataset}" not found for project ID "${engine.projectId}". This lake has the dataset "${engine.dataset}".`,
      )
    }
    await next()
  })
  const routes = [
    welcomeRoute(engine),
    queryRoutes(engine),
    documentRoutes(engine),
    mutateRoutes(engine),
    actionRoutes(engine),
    listenRoutes(engine),
    liveRoutes(engine),
    historyRoutes(engine),
    assetRoutes(engine),
    accountRoutes(engine),
    stubRoutes(),
  ]
  for (const route of routes) app.route('/', route)
  return app
}

/** Returns the project that a request names, in a header or in its host name. */
function projectIn({headers, url}: Request): string | undefined {
  const fromHeader = headers.get('x-sanity-project-id')
  if (fromHeader !== null) return fromHeader
  const {hostname} = new URL(url)
  const subdomain = hostname.match(/^([a-z0-9-]+)\.localhost$/)?.[1]
  return subdomain !== undefined && isStreamName(subdomain) ? undefined : subdomain
}

/** A Studio opens its event streams at these subdomains, `l0` to `l99`, of the same lake. */
function isStreamName(name: string): boolean {
  return /^l\d{1,2}$/.test(name)
}

function datasetIn(path: string): string | undefined {
  const [, , area, operation, name, next] = path.split('/')
  if (area === 'assets') return name
  if (operation === 'live') return next
  return name
}
