import {Hono} from 'hono'
import type {Engine} from '../engine.ts'
import {Schedules} from '../schedules/schedules.ts'
import {actionRoutes} from '../routes/actionRoutes.ts'
import {assetRoutes} from '../routes/assetRoutes.ts'
import {documentRoutes} from '../routes/documentRoutes.ts'
import {historyRoutes} from '../routes/historyRoutes.ts'
import {listenRoutes} from '../routes/listenRoutes.ts'
import {liveRoutes} from '../routes/liveRoutes.ts'
import {mutateRoutes} from '../routes/mutateRoutes.ts'
import {queryRoutes} from '../routes/queryRoutes.ts'
import {scheduleRoutes} from '../routes/scheduleRoutes.ts'
import {datasetStubRoutes} from '../routes/stubRoutes.ts'
import {errorResponse, missingEndpoint} from './apiError.ts'
import {canonicalPath} from './canonicalPath.ts'
import type {DatasetEnv, DatasetRouter} from './router.ts'

/**
 * Creates the routes of one dataset. They have no other engine, so a request can't reach another dataset here.
 * `createApp` checks the request and finds the dataset.
 */
export function datasetApp(
  engine: Engine,
  schedules: Schedules = new Schedules(engine),
): DatasetRouter {
  const app = new Hono<DatasetEnv>({getPath: canonicalPath})
  app.onError((error) => errorResponse(error))
  app.notFound((context) => {
    throw missingEndpoint(context.req)
  })
  app.use(async (context, next) => {
    context.set('visitor', context.env.visitor)
    await next()
    // The router answers HEAD like GET and drops the body. A stream would stay open without a client.
    if (context.req.method === 'HEAD') await context.res.body?.cancel()
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
    scheduleRoutes(schedules),
    datasetStubRoutes(),
  ]
  for (const route of routes) app.route('/', route)
  return app
}
