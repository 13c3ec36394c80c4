import {randomUUID} from 'node:crypto'
import type {Datasets} from '../datasets/datasets.ts'
import {requestError} from '../http/apiError.ts'
import {type CorsOrigin, readCorsOrigins, writeCorsOrigins} from '../http/corsOrigins.ts'
import {assertProject} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {isObject} from '../json.ts'

const all = '/:apiVersion/projects/:project/cors'

/** The origins of web pages on other machines that may use a project. Pages on this machine always may. */
export function corsRoutes(datasets: Datasets): ProjectRouter {
  const valuesOf = (project: string, visitor: Visitor) => {
    assertProject(datasets, project, visitor)
    const {engine} = datasets.first
    return datasets.values(project) ?? engine.store
  }
  return newProjectRouter()
    .get(all, (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json(
        readCorsOrigins(valuesOf(context.req.param('project'), context.var.visitor)),
      )
    })
    .post(all, async (context) => {
      requireRole(context.var.visitor, 'write')
      const values = valuesOf(context.req.param('project'), context.var.visitor)
      const {origin, allowCredentials} = corsIn(await readJson(context.req.raw))
      const origins = readCorsOrigins(values)
      if (origins.some((each) => each.origin === origin)) {
        throw requestError(
          409,
          `The origin "${origin}" is on the list already. Delete it to change it.`,
        )
      }
      const now = datasets.first.engine.clock.now().toISOString()
      const added = {id: randomUUID(), origin, allowCredentials, createdAt: now, updatedAt: now}
      if (!writeCorsOrigins(values, [...origins, added])) {
        throw requestError(403, 'A project can have 100 origins. Delete one first.')
      }
      return context.json(added, 201)
    })
    .delete(`${all}/:id`, (context) => {
      requireRole(context.var.visitor, 'write')
      const values = valuesOf(context.req.param('project'), context.var.visitor)
      const origins = readCorsOrigins(values)
      const left = origins.filter(({id}) => id !== context.req.param('id'))
      if (left.length === origins.length) {
        throw requestError(404, 'There is no such origin. `sanity cors list` shows all.')
      }
      writeCorsOrigins(values, left)
      return context.json({deleted: true})
    })
}

function corsIn(body: unknown): Pick<CorsOrigin, 'origin' | 'allowCredentials'> {
  const {origin, allowCredentials} = isObject(body) ? body : {}
  if (
    typeof origin !== 'string' ||
    !(origin === '*' || /^[a-z][\w+.-]*:\/\/[^/\s]+$/i.test(origin))
  ) {
    throw requestError(
      400,
      `Invalid origin ${JSON.stringify(origin)}. Use a scheme and a host, such as https://example.org.`,
    )
  }
  return {origin, allowCredentials: allowCredentials === true}
}
