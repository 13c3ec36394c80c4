import type {EventLoop} from '../budget/watchEventLoop.ts'
import {channelErrors} from '../events/channelErrors.ts'
import {OverloadFault} from '../faults.ts'
import type {EventStreams} from '../events/eventStreams.ts'
import {parseInstant} from '../instant.ts'
import type {CopyJobs} from '../datasets/copyJobs.ts'
import type {Datasets} from '../datasets/datasets.ts'
import {errorResponse, missingEndpoint, requestError} from './apiError.ts'
import {canonicalPath, projectInResource} from './canonicalPath.ts'
import {datasetInPath, projectInRequest} from './datasetPath.ts'
import {assertProject, findDataset} from './findDataset.ts'
import {guard, type GuardOptions} from './guard.ts'
import {assertDecodable} from './requestTarget.ts'
import {newProjectRouter, type ProjectRouter} from './router.ts'
import {streamHosts} from './streamHosts.ts'
import {StreamTickets} from './streamTickets.ts'
import {ProjectAccess} from './projectAccess.ts'
import {unsupported} from './unsupported.ts'
import {membersOf, type Token} from './visitor.ts'
import {aliasRoutes} from '../routes/aliasRoutes.ts'
import {copyRoutes} from '../routes/copyRoutes.ts'
import {corsRoutes} from '../routes/corsRoutes.ts'
import {datasetRoutes} from '../routes/datasetRoutes.ts'
import {accountRoutes} from '../routes/accountRoutes.ts'
import {addonRoutes} from '../routes/addonRoutes.ts'
import {groupRoutes} from '../routes/groupRoutes.ts'
import {hostedOnlyRoutes} from '../routes/hostedOnlyRoutes.ts'
import {memberRoutes} from '../routes/memberRoutes.ts'
import {projectRoutes} from '../routes/projectRoutes.ts'
import {schemaStoreRoutes} from '../routes/schemaStoreRoutes.ts'
import {stubRoutes} from '../routes/stubRoutes.ts'
import {webhookRoutes} from '../routes/webhookRoutes.ts'
import {welcomeRoute} from '../routes/welcomeRoute.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'

export interface AppOptions extends GuardOptions {
  webhooks: Webhooks
  tokens: readonly Token[]
  eventLoop: EventLoop
  eventStreams: Pick<EventStreams, 'open'>
  jobs: CopyJobs
}

/** The first segment of a path: an API version, or a folder of assets. */
const firstSegment = /^(?:v(?:\d+|X|\d{4}-\d{2}-\d{2})|images|files)$/

/** Requests that the lake rejects when it is overloaded. Open streams and small requests go on. */
const expensive =
  /^\/(?:images|files|v[^/]+\/(?:assets|data\/(?:query|mutate|actions|doc|export|history)))\//

/** Creates the HTTP interface of the hosted service for the datasets of a lake. */
export function createApp(
  datasets: Datasets,
  {tokens, eventLoop, eventStreams, jobs, webhooks, ...allowed}: AppOptions,
): ProjectRouter {
  const app = newProjectRouter(canonicalPath)
  app.onError((error) => errorResponse(error))
  app.notFound((context) => {
    throw missingEndpoint(context.req)
  })
  const access = new ProjectAccess(datasets, allowed, tokens)
  // The guard has checked the origin of a ticket, and checks it again when the ticket is used.
  const ticketed = {...allowed, isAllowedOrigin: () => true}
  const streams = streamHosts(new StreamTickets(), ticketed, (request) => app.fetch(request))
  app.use(streams.follow)
  app.use((context, next) => {
    const isAllowedOrigin = (origin: string) => access.allowsOrigin(origin, context.req.raw)
    return guard({...allowed, isAllowedOrigin})(context, next)
  })
  app.use(streams.redirect)
  app.use('/:apiVersion/data/listen/*', channelErrors())
  app.use('/:apiVersion/data/live/events/*', channelErrors())
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
    const visitor = access.visitor(context.req.raw)
    context.set('visitor', visitor)
    const projects = datasets.projects()
    const named = projectInResource(context.req.raw) ?? projectInRequest(context.req.raw)
    if (named !== undefined) assertProject(datasets, named, visitor)
    context.set('projectId', named ?? (projects.length === 1 ? projects[0] : undefined))
    await next()
  })
  app.route('/', hostedOnlyRoutes())
  app.use(unsupported())
  const members = membersOf(tokens)
  app.route('/', groupRoutes(datasets, members))
  app.use(async (context, next) => {
    const requested = datasetInPath(context.req.path)
    if (!requested) return next()
    const {visitor, projectId} = context.var
    const found = findDataset(datasets, {projectId, ...requested}, visitor)
    const isAsset = /^\/(?:images|files)\//.test(context.req.path)
    const visible = visitor.role === 'none' && !isAsset ? datasets.publicPart(found) : found
    return visible.app.fetch(context.req.raw, {visitor})
  })
  const routes = [
    welcomeRoute(datasets),
    accountRoutes(datasets, members),
    projectRoutes(datasets, members),
    addonRoutes(datasets),
    copyRoutes({datasets, jobs, streams: eventStreams}),
    datasetRoutes(datasets),
    aliasRoutes(datasets),
    webhookRoutes(datasets, webhooks),
    corsRoutes(datasets),
    memberRoutes(datasets),
    schemaStoreRoutes(datasets),
    stubRoutes(),
  ]
  for (const route of routes) app.route('/', route)
  return app
}
