import type {Datasets} from '../datasets/datasets.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'

/** `/`: says what answers at this address, to a person who opens it in a browser. */
export function welcomeRoute(datasets: Datasets): ProjectRouter {
  return newProjectRouter().get('/', (context) =>
    context.json({
      name: 'An embedded Content Lake (@touchpoints/lake)',
      // With tokens, a stranger learns no names.
      ...(context.var.visitor.role !== 'none' && {datasets: names(datasets)}),
      documentation: 'https://github.com/touchpoints-dev/touchpoints/blob/main/docs/lake.md',
    }),
  )
}

function names(datasets: Datasets) {
  return datasets.list().map(({engine: {projectId, dataset}}) => ({projectId, dataset}))
}
