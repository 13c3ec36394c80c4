import {newRouter, type Router} from '../http/router.ts'

/**
 * What the Studio asks of the hosted service around the Content Lake and does well without. Each
 * gets the answer that says "there is none", so that its console stays free of errors.
 */
export function absentRoutes(): Router {
  return (
    newRouter()
      // Null: there is no plan. The Studio reads into any object that it gets.
      .get('/:apiVersion/subscriptions/project/:project', (context) => context.json(null))
      .get('/:apiVersion/data/ping/:dataset', (context) => context.json({}))
      .get('/:apiVersion/journey/announcements', (context) => context.json([]))
      .get('/:apiVersion/journey/*', (context) => context.json({}))
      .get('/:apiVersion/help/*', (context) => context.json({}))
      .get('/:apiVersion/help', (context) => context.json({}))
      .get('/:apiVersion/schedules/:project/:dataset', (context) => context.json({schedules: []}))
      .get('/:apiVersion/projects/:project/user-applications', (context) => context.json([]))
      .get('/:apiVersion/user-applications', (context) => context.json([]))
      .get('/:apiVersion/intake/*', (context) => context.json({status: 'denied'}))
      .post('/:apiVersion/intake/*', (context) => context.json({status: 'denied'}))
      .get('/:apiVersion/data/references/:dataset/documents/:id/to', (context) =>
        context.json({totalCount: 0, references: []}),
      )
      .get('/:apiVersion/projects/:project/datasets/:dataset/metadata', (context) =>
        context.json({}),
      )
  )
}
