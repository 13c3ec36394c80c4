import {newProjectRouter, newRouter, type ProjectRouter, type Router} from '../http/router.ts'

/**
 * Endpoints of the hosted service that the Studio requests but does not need. Each returns an empty
 * result, so that the browser's console shows no errors.
 */
export function stubRoutes(): ProjectRouter {
  return (
    newProjectRouter()
      // Null means no plan. The Studio reads fields of any object that it gets.
      .get('/:apiVersion/subscriptions/project/:project', (context) => context.json(null))
      .get('/:apiVersion/journey/announcements', (context) => context.json([]))
      .get('/:apiVersion/journey/*', (context) => context.json({}))
      .get('/:apiVersion/help/*', (context) => context.json({}))
      .get('/:apiVersion/help', (context) => context.json({}))
      .get('/:apiVersion/projects/:project/user-applications', (context) => context.json([]))
      .get('/:apiVersion/user-applications', (context) => context.json([]))
      .get('/:apiVersion/intake/*', (context) => context.json({status: 'denied'}))
      .post('/:apiVersion/intake/*', (context) => context.json({status: 'denied'}))
      .get('/:apiVersion/projects/:project/datasets/:dataset/metadata', (context) =>
        context.json({}),
      )
  )
}

/** The same for endpoints of a dataset. */
export function datasetStubRoutes(): Router {
  return newRouter()
    .get('/:apiVersion/data/ping/:dataset', (context) => context.json({}))
    .get('/:apiVersion/data/references/:dataset/documents/:id/to', (context) =>
      context.json({totalCount: 0, references: []}),
    )
}
