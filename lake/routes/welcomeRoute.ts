import type {Engine} from '../engine.ts'
import {newRouter, type Router} from '../http/router.ts'

/** `/`: says what answers at this address, to a person who opens it in a browser. */
export function welcomeRoute({projectId, dataset}: Engine): Router {
  return newRouter().get('/', (context) =>
    context.json({
      name: 'An embedded Content Lake (@touchpoints/lake)',
      // With tokens, a stranger learns no names.
      ...(context.var.visitor.role !== 'none' && {projectId, dataset}),
      documentation: 'https://github.com/touchpoints-dev/touchpoints/blob/main/docs/lake.md',
    }),
  )
}
