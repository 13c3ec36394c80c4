import {ensureAddon} from '../addons/ensureAddon.ts'
import type {Datasets} from '../datasets/datasets.ts'
import {findDataset} from '../http/findDataset.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'

/** The Studio sends this with the first comment or task of a dataset. */
export function addonRoutes(datasets: Datasets): ProjectRouter {
  return newProjectRouter().post('/:apiVersion/comments/:dataset/setup', (context) => {
    const {visitor, projectId} = context.var
    requireRole(visitor, 'write')
    const {engine} = findDataset(
      datasets,
      {projectId, dataset: context.req.param('dataset')},
      visitor,
    )
    return context.json({datasetName: ensureAddon(datasets, engine, visitor.id)})
  })
}
