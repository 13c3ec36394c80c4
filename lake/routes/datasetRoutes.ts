import type {Datasets} from '../datasets/datasets.ts'
import type {DatasetSettings} from '../datasets/datasetSettings.ts'
import {requestError} from '../http/apiError.ts'
import {findDataset} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {datasetPaths, requestedProject} from '../http/requestedProject.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {isObject, type JsonObject} from '../json.ts'
import {hostedFeatures, hostedLine} from './hostedOnlyRoutes.ts'

/** `/datasets`: lists, creates, changes and deletes the datasets of a project. */
export function datasetRoutes(datasets: Datasets): ProjectRouter {
  const list = (projectId: string, addonFor: string | undefined) =>
    datasets.list(projectId).flatMap(({engine}) => {
      const settings = datasets.settings(engine)
      // An add-on dataset is listed only for the dataset that it belongs to.
      if (!settings || settings.addonFor !== addonFor) return []
      return description(engine.dataset, settings)
    })
  const routes = newProjectRouter()
  for (const path of datasetPaths) {
    routes
      .get(path, (context) => {
        requireRole(context.var.visitor, 'read')
        return context.json(list(requestedProject(context), context.req.query('addonFor')))
      })
      .get(`${path}/:dataset`, (context) => {
        requireRole(context.var.visitor, 'read')
        const projectId = requestedProject(context)
        const {engine} = findDataset(
          datasets,
          {projectId, dataset: context.req.param('dataset')},
          context.var.visitor,
        )
        const settings = datasets.settings(engine)
        return context.json(settings && description(engine.dataset, settings))
      })
      .put(`${path}/:dataset`, async (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'write')
        const projectId = requestedProject(context)
        const dataset = context.req.param('dataset')
        const settings = settingsIn(await body(context.req.raw))
        datasets.create({projectId, dataset}, {...settings, createdByUserId: visitor.id})
        const {aclMode = 'public'} = settings
        return context.json({datasetName: dataset, aclMode})
      })
      .patch(`${path}/:dataset`, async (context) => {
        requireRole(context.var.visitor, 'write')
        const projectId = requestedProject(context)
        const dataset = context.req.param('dataset')
        const {engine} = findDataset(datasets, {projectId, dataset}, context.var.visitor)
        const {aclMode} = settingsIn(await body(context.req.raw))
        if (aclMode) datasets.change(engine, {aclMode})
        return context.json({
          datasetName: engine.dataset,
          aclMode: datasets.settings(engine)?.aclMode,
        })
      })
      .delete(`${path}/:dataset`, (context) => {
        requireRole(context.var.visitor, 'write')
        const projectId = requestedProject(context)
        const dataset = context.req.param('dataset')
        const {engine} = findDataset(datasets, {projectId, dataset}, context.var.visitor)
        datasets.delete(engine)
        return context.json({deleted: true})
      })
      .get(`${path}/:dataset/settings/embeddings`, (context) => context.json({enabled: false}))
      .put(`${path}/:dataset/settings/embeddings`, () => {
        throw withoutEmbeddings()
      })
  }
  return routes
}

function description(name: string, settings: DatasetSettings) {
  const {addonFor = null, datasetProfile = 'content', ...rest} = settings
  return {name, ...rest, addonFor, datasetProfile, features: [], tags: []}
}

/** The Studio and the CLI send no body for the defaults. */
async function body(request: Request): Promise<JsonObject> {
  const isEmpty = request.body === null || request.headers.get('content-length') === '0'
  const parsed = isEmpty ? {} : await readJson(request)
  if (isObject(parsed)) return parsed
  throw requestError(400, 'The body must be an object, such as {"aclMode": "private"}')
}

function settingsIn({aclMode, addonFor, datasetProfile, embeddings}: JsonObject) {
  if (isObject(embeddings) && embeddings.enabled === true) throw withoutEmbeddings()
  if (aclMode !== undefined && aclMode !== 'public' && aclMode !== 'private') {
    throw requestError(
      400,
      `Invalid aclMode ${JSON.stringify(aclMode)}. Use "public" or "private". The lake has no custom access control.`,
    )
  }
  return {
    ...(aclMode && {aclMode}),
    ...(typeof addonFor === 'string' && {addonFor}),
    ...(typeof datasetProfile === 'string' && {datasetProfile}),
  } satisfies Partial<DatasetSettings>
}

function withoutEmbeddings() {
  return requestError(501, hostedLine(hostedFeatures.embeddings))
}
