import type {Engine} from '../engine.ts'
import {isFault} from '../faults.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {ApiError, apiErrorOf, requestError} from './apiError.ts'
import {guard, type GuardOptions} from './guard.ts'
import {newRouter, type Router} from './router.ts'
import {type Token, visitorFrom} from './visitor.ts'
import {accountRoutes} from '../routes/accountRoutes.ts'
import {absentRoutes} from '../routes/absentRoutes.ts'
import {actionRoutes} from '../routes/actionRoutes.ts'
import {assetRoutes} from '../routes/assetRoutes.ts'
import {documentRoutes} from '../routes/documentRoutes.ts'
import {historyRoutes} from '../routes/historyRoutes.ts'
import {listenRoutes} from '../routes/listenRoutes.ts'
import {liveRoutes} from '../routes/liveRoutes.ts'
import {mutateRoutes} from '../routes/mutateRoutes.ts'
import {queryRoutes} from '../routes/queryRoutes.ts'

export interface AppOptions extends GuardOptions {
  tokens: readonly Token[]
}

/** What a path may begin with: an API version, or where assets are served. */
const versions = /^(?:v(?:\d+|X|\d{4}-\d{2}-\d{2})|images|files)$/

/** The hosted service's HTTP interface over one engine. */
export function createApp(engine: Engine, {tokens, ...allowed}: AppOptions): Router {
  const app = newRouter()
  app.onError((error) => errorResponse(error))
  app.notFound((context) => {
    throw requestError(404, `The lake has no ${context.req.method} ${context.req.path}`)
  })
  app.use(guard(allowed))
  app.use('/:apiVersion/*', async (context, next) => {
    const version = context.req.param('apiVersion')
    if (!versions.test(version)) {
      throw requestError(
        404,
        `The lake has no ${context.req.path}: paths begin with an API version`,
      )
    }
    if (version.startsWith('v20') && parseInstant(version.slice(1)) === undefined) {
      throw requestError(400, `The API version "${version}" is no date`)
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
        `Project "${project}" not found: this lake holds "${engine.projectId}"`,
      )
    }
    await next()
  })
  // One lake holds one dataset: another name is an error, not a new dataset.
  app.use('/:apiVersion/:area{data|assets}/:rest{.+}', async (context, next) => {
    const dataset = datasetIn(context.req.path)
    if (dataset !== undefined && dataset !== engine.dataset) {
      throw requestError(
        404,
        `Dataset "${dataset}" not found for project ID "${engine.projectId}": this lake holds "${engine.dataset}"`,
      )
    }
    await next()
  })
  const routes = [
    queryRoutes(engine),
    documentRoutes(engine),
    mutateRoutes(engine),
    actionRoutes(engine),
    listenRoutes(engine),
    liveRoutes(engine),
    historyRoutes(engine),
    assetRoutes(engine),
    accountRoutes(engine),
    absentRoutes(),
  ]
  for (const route of routes) app.route('/', route)
  return app
}

/** Whom a client asks for: by a header, or by the host name that it puts the project before. */
function projectIn({headers, url}: Request): string | undefined {
  const named = headers.get('x-sanity-project-id')
  if (named !== null) return named
  const {hostname} = new URL(url)
  const before = hostname.match(/^([a-z0-9-]+)\.localhost$/)?.[1]
  return before !== undefined && isStreamName(before) ? undefined : before
}

/** A Studio spreads its event streams over these names of the same lake. */
function isStreamName(name: string): boolean {
  return /^l\d{1,2}$/.test(name)
}

function datasetIn(path: string): string | undefined {
  const [, , area, operation, name, next] = path.split('/')
  if (area === 'assets') return name
  if (operation === 'live') return next
  return name
}

export function errorResponse(error: unknown): Response {
  const {body, status} = apiError(error)
  return Response.json(body, {status})
}

function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (isFault(error)) return apiErrorOf(error)
  return requestError(500, reasonOf(error))
}
