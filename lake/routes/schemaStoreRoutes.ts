import type {Datasets} from '../datasets/datasets.ts'
import {requestError} from '../http/apiError.ts'
import {findDataset} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {isObject, type JsonObject} from '../json.ts'

const all = '/:apiVersion/projects/:project/datasets/:dataset/schemas'

/** The name starts with `lake/`, so that the schemas are deleted with their dataset. */
const storedName = 'lake/schemas'

/** A Studio has one for each workspace and tag. The body of a request is limited too. */
const maxSchemas = 50

/** The schemas that `sanity schemas deploy` stores with a dataset. They are not documents: no query returns them. */
export function schemaStoreRoutes(datasets: Datasets): ProjectRouter {
  const engineOf = ({project, dataset}: {project: string; dataset: string}, visitor: Visitor) =>
    findDataset(datasets, {projectId: project, dataset}, visitor).engine
  return newProjectRouter()
    .get(all, (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json(read(engineOf(context.req.param(), context.var.visitor).store))
    })
    .get(`${all}/:id`, (context) => {
      requireRole(context.var.visitor, 'read')
      const {id} = context.req.param()
      return context.json(
        read(engineOf(context.req.param(), context.var.visitor).store).filter(
          ({_id}) => _id === id,
        ),
      )
    })
    .put(all, async (context) => {
      requireRole(context.var.visitor, 'write')
      const {store, clock} = engineOf(context.req.param(), context.var.visitor)
      const now = clock.now().toISOString()
      const earlier = new Map(read(store).map((schema) => [schema._id, schema]))
      const stored = schemasIn(await readJson(context.req.raw)).map((schema) => {
        const _id = idOf(schema)
        const _createdAt = earlier.get(_id)?._createdAt ?? now
        return {
          ...schema,
          ...asText(schema),
          _id,
          _type: 'system.schema',
          _createdAt,
          _updatedAt: now,
        }
      })
      for (const schema of stored) earlier.set(schema._id, schema)
      if (earlier.size > maxSchemas) {
        throw requestError(
          403,
          `A dataset can have ${maxSchemas} schemas. Delete one with \`sanity schemas delete\` first.`,
        )
      }
      store.setValue(storedName, [...earlier.values()])
      return context.json(stored)
    })
    .delete(`${all}/:id`, (context) => {
      requireRole(context.var.visitor, 'write')
      const {store} = engineOf(context.req.param(), context.var.visitor)
      const before = read(store)
      const after = before.filter(({_id}) => _id !== context.req.param('id'))
      store.setValue(storedName, after)
      return context.json({deleted: after.length < before.length})
    })
}

interface StoredSchema extends JsonObject {
  _id: string
  _createdAt: string
}

function read(store: {value: (name: string) => unknown}): StoredSchema[] {
  const stored = store.value(storedName)
  return (Array.isArray(stored) ? stored : []).flatMap((schema: unknown) => {
    if (!isObject(schema)) return []
    const {_id, _createdAt} = schema
    if (typeof _id !== 'string' || typeof _createdAt !== 'string') return []
    return {...schema, _id, _createdAt}
  })
}

function schemasIn(body: unknown): JsonObject[] {
  const schemas = isObject(body) ? body.schemas : undefined
  if (Array.isArray(schemas) && schemas.every(isObject)) return schemas
  throw requestError(400, 'The body must have a list of schemas: {"schemas": [{"workspace": …}]}')
}

/** The hosted service stores the schema as text. */
function asText({schema}: JsonObject) {
  return {schema: typeof schema === 'string' ? schema : JSON.stringify(schema)}
}

/** As the hosted service names them: `_.schemas.<workspace>`, with `.tag.<tag>` for a tag. */
function idOf({workspace, tag}: JsonObject): string {
  const name = isObject(workspace) ? workspace.name : undefined
  if (typeof name !== 'string' || name === '') {
    throw requestError(
      400,
      'A schema must have the name of its workspace: {"workspace": {"name": "default"}}',
    )
  }
  const safe = (text: string) => text.replaceAll(/[^\w-]/g, '_')
  return `_.schemas.${safe(name)}${typeof tag === 'string' ? `.tag.${safe(tag)}` : ''}`
}
