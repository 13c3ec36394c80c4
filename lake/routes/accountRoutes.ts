import type {Datasets, ProjectValues} from '../datasets/datasets.ts'
import {requestedNames} from '../http/requestedNames.ts'
import {requestError} from '../http/apiError.ts'
import {readJson} from '../http/readBody.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {isObject} from '../json.ts'
import {storeSettings} from '../store/storeSettings.ts'

/** Features of the hosted service's plans that the lake supports. */
const features = [
  'advancedDatasetManagement',
  'contentReleases',
  'privateDataset',
  'sanityTasks',
  'scheduledPublishing',
  'singleDocRelease',
  'studioComments',
] as const

/** The current user, their permissions, and the settings that the Studio stores for them. */
export function accountRoutes(datasets: Datasets, members: readonly Visitor[]): ProjectRouter {
  // Users are the same in all projects of the lake. Without a project, their settings are the first one's.
  const valuesOf = (projectId: string | undefined): ProjectValues =>
    (projectId !== undefined && datasets.values(projectId)) ||
    datasets.values(datasets.first.engine.projectId) ||
    datasets.first.engine.store
  return (
    newProjectRouter()
      .get('/:apiVersion/users/me', (context) => {
        const {visitor} = context.var
        if (visitor.role === 'none') throw requestError(401, 'Unauthorized: this requires a token')
        return context.json(user(visitor))
      })
      .get('/:apiVersion/users/me/keyvalue/:keys', (context) => {
        const {visitor, projectId} = context.var
        requireRole(visitor, 'read')
        const values = valuesOf(projectId)
        const pairs = requestedNames(context.req.param('keys')).map((key) => ({
          key,
          value: values.value(`${visitor.id}/${key}`) ?? null,
        }))
        return context.json(pairs)
      })
      .delete('/:apiVersion/users/me/keyvalue/:key', (context) => {
        const {visitor, projectId} = context.var
        requireRole(visitor, 'write')
        const key = context.req.param('key')
        if (!valuesOf(projectId).deleteValue(`${visitor.id}/${key}`)) {
          throw requestError(404, `There is no setting "${key}".`)
        }
        return context.body(null, 204)
      })
      .put('/:apiVersion/users/me/keyvalue', async (context) => {
        const {visitor, projectId} = context.var
        // The Studio of a reader goes on without: it logs the error and keeps the setting in memory.
        requireRole(visitor, 'write')
        const body = await readJson(context.req.raw)
        const pairs = (Array.isArray(body) ? body : [body]).flatMap((pair: unknown) =>
          isObject(pair) && typeof pair.key === 'string' ? {key: pair.key, value: pair.value} : [],
        )
        storeSettings(valuesOf(projectId), visitor.id, pairs)
        return context.json(pairs)
      })
      .get('/:apiVersion/users/:ids', (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'read')
        const users = context.req
          .param('ids')
          .split(',')
          .map((id) => knownUser(id, visitor, members))
        return context.json(users.length === 1 ? users[0] : users)
      })
      .get('/:apiVersion/auth/providers', (context) => context.json({providers: []}))
      // There is no session to end. The CLI then forgets its token.
      .post('/:apiVersion/auth/logout', (context) => context.json({ok: true}))
      .get('/:apiVersion/features', (context) => context.json(features))
      .get('/:apiVersion/features/:name', (context) =>
        context.json(features.some((feature) => feature === context.req.param('name'))),
      )
      .get('/:apiVersion/check/cors', (context) =>
        context.json({result: {allowed: true, withCredentials: true}}),
      )
      .get('/:apiVersion/ping', (context) => context.json({}))
  )
}

/** Returns a user as the hosted service describes it. */
export function user({id, name, role}: Visitor) {
  const roleName = role === 'write' ? 'administrator' : 'viewer'
  return {
    id,
    name,
    email: `${id}@localhost`,
    role: roleName,
    roles: [{name: roleName, title: role === 'write' ? 'Administrator' : 'Viewer'}],
    provider: 'lake',
  }
}

function knownUser(id: string, visitor: Visitor, members: readonly Visitor[]) {
  const displayName = members.find((member) => member.id === id)?.name ?? id
  return {
    id,
    sanityUserId: id,
    displayName,
    givenName: displayName,
    familyName: null,
    imageUrl: null,
    email: `${id}@localhost`,
    isCurrentUser: id === visitor.id,
  }
}
