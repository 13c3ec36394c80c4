import {type Alias, readAliases, writeAliases} from '../datasets/aliases.ts'
import {nameFormats} from '../datasets/datasetName.ts'
import type {Datasets, ProjectValues} from '../datasets/datasets.ts'
import {requestError} from '../http/apiError.ts'
import {findDataset} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {requestedProject} from '../http/requestedProject.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {isObject} from '../json.ts'

/** `/aliases`: other names for the datasets of a project, which clients use with a `~`. */
export function aliasRoutes(datasets: Datasets): ProjectRouter {
  const valuesOf = (projectId: string): ProjectValues => {
    const values = datasets.values(projectId)
    if (values) return values
    throw requestError(404, `Project "${projectId}" not found`)
  }
  const target = async (
    projectId: string,
    request: Request,
    visitor: Visitor,
  ): Promise<string | null> => {
    if (request.body === null) return null
    const body = await readJson(request)
    if (!isObject(body) || typeof body.datasetName !== 'string') return null
    return findDataset(datasets, {projectId, dataset: body.datasetName}, visitor).engine.dataset
  }
  /** Stores an alias in the place of the one with its name, and returns the previous one. */
  const change = (projectId: string, name: string, alias?: Alias): Alias => {
    const values = valuesOf(projectId)
    const aliases = readAliases(values)
    const previous = aliases.find((each) => each.name === name)
    if (!previous) throw requestError(404, `Dataset alias "${name}" not found`)
    writeAliases(
      values,
      aliases.flatMap((each) => (each === previous ? (alias ?? []) : each)),
    )
    return previous
  }
  return newProjectRouter()
    .get('/:apiVersion/aliases', (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json(readAliases(valuesOf(requestedProject(context))))
    })
    .put('/:apiVersion/aliases/:alias', async (context) => {
      requireRole(context.var.visitor, 'write')
      const projectId = requestedProject(context)
      const name = context.req.param('alias')
      if (!nameFormats.dataset.pattern.test(name)) {
        throw requestError(400, `Invalid alias "${name}". Use ${nameFormats.dataset.description}.`)
      }
      const datasetName = await target(projectId, context.req.raw, context.var.visitor)
      const values = valuesOf(projectId)
      const aliases = readAliases(values)
      if (aliases.some((alias) => alias.name === name)) {
        throw requestError(409, `The dataset alias "${name}" already exists. Choose another name.`)
      }
      writeAliases(values, [...aliases, {name, datasetName}])
      return context.json({aliasName: name, datasetName})
    })
    .patch('/:apiVersion/aliases/:alias', async (context) => {
      requireRole(context.var.visitor, 'write')
      const projectId = requestedProject(context)
      const name = context.req.param('alias')
      const datasetName = await target(projectId, context.req.raw, context.var.visitor)
      change(projectId, name, {name, datasetName})
      return context.json({aliasName: name, datasetName})
    })
    .patch('/:apiVersion/aliases/:alias/unlink', (context) => {
      requireRole(context.var.visitor, 'write')
      const name = context.req.param('alias')
      const {datasetName} = change(requestedProject(context), name, {name, datasetName: null})
      return context.json({aliasName: name, datasetName})
    })
    .delete('/:apiVersion/aliases/:alias', (context) => {
      requireRole(context.var.visitor, 'write')
      const {name, datasetName} = change(requestedProject(context), context.req.param('alias'))
      return context.json({aliasName: name, datasetName, deleted: true})
    })
}
