import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {requestedNames} from '../http/requestedNames.ts'
import {requestError} from '../http/apiError.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {isObject} from '../json.ts'
import {storeSettings} from '../store/storeSettings.ts'

/** Features of the hosted service's plans that the lake supports. */
const features = ['contentReleases'] as const

/** The current user, their permissions, and the settings that the Studio stores for them. */
export function accountRoutes(engine: Engine): Router {
  const project = {
    id: engine.projectId,
    displayName: engine.projectId,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    members: [],
    maxRetentionDays: 3650,
  }
  return (
    newRouter()
      .get('/:apiVersion/users/me', (context) => {
        const {visitor} = context.var
        if (visitor.role === 'none') throw requestError(401, 'Unauthorized: this requires a token')
        return context.json(user(visitor))
      })
      .get('/:apiVersion/users/me/keyvalue/:keys', (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'read')
        const pairs = requestedNames(context.req.param('keys')).map((key) => ({
          key,
          value: engine.store.value(`${visitor.id}/${key}`),
        }))
        return context.json(pairs.filter(({value}) => value !== undefined))
      })
      .put('/:apiVersion/users/me/keyvalue', async (context) => {
        const {visitor} = context.var
        // The Studio of a reader goes on without: it logs the error and keeps the setting in memory.
        requireRole(visitor, 'write')
        const body = await readJson(context.req.raw)
        const pairs = (Array.isArray(body) ? body : [body]).flatMap((pair: unknown) =>
          isObject(pair) && typeof pair.key === 'string' ? {key: pair.key, value: pair.value} : [],
        )
        storeSettings(engine.store, visitor.id, pairs)
        return context.json(pairs)
      })
      .get('/:apiVersion/users/:ids', (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'read')
        const users = context.req
          .param('ids')
          .split(',')
          .map((id) => knownUser(id, visitor))
        return context.json(users.length === 1 ? users[0] : users)
      })
      .get('/:apiVersion/auth/providers', (context) => context.json({providers: []}))
      .get('/:apiVersion/projects/:project', (context) => context.json(project))
      .get('/:apiVersion/projects/:project/users/me', (context) =>
        context.json(user(context.var.visitor)),
      )
      .get('/:apiVersion/projects/:project/grants', (context) =>
        context.json({
          'sanity.project': [{grants: grants(context.var.visitor)}],
          'sanity.document.filter.mode': [],
        }),
      )
      .get('/:apiVersion/projects/:project/roles', (context) =>
        context.json([
          {name: 'administrator', title: 'Administrator', isCustom: false, grants: {}},
        ]),
      )
      .get('/:apiVersion/projects/:project/datasets', (context) => {
        // With `addonFor`, the Studio requests the dataset for comments. The lake has none.
        const addon = new URL(context.req.url).searchParams.has('addonFor')
        return context.json(addon ? [] : [{name: engine.dataset, aclMode: 'private'}])
      })
      .get('/:apiVersion/projects/:project/datasets/:dataset/acl', (context) =>
        context.json(acl(context.var.visitor)),
      )
      .get('/:apiVersion/features', (context) => context.json(features))
      .get('/:apiVersion/features/:name', (context) =>
        context.json(features.some((feature) => feature === context.req.param('name'))),
      )
      // The hosted service limits releases by plan. The lake has no limit, but returns numbers, because the
      // Studio repeats the request forever if the count is null.
      .get('/:apiVersion/projects/:project/new-content-release-allowed', (context) => {
        const releases = engine.documents.raw.byType('system.release')
        return context.json({
          data: {
            datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
            orgActiveReleaseLimit: null,
            orgMeteredActiveReleaseCount: releases.filter(isOpen).length,
          },
        })
      })
      .get('/:apiVersion/check/cors', (context) =>
        context.json({result: {allowed: true, withCredentials: true}}),
      )
      .get('/:apiVersion/ping', (context) => context.json({}))
  )
}

function isOpen({state}: StoredDocument): boolean {
  return state !== 'published' && state !== 'archived'
}

function user({id, name, role}: Visitor) {
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

function knownUser(id: string, visitor: Visitor) {
  const displayName = id === visitor.id ? visitor.name : id
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

function acl({role}: Visitor) {
  const permissions =
    role === 'write' ? ['read', 'create', 'update', 'history', 'editHistory'] : ['read']
  return [{filter: '_id in path("**")', permissions}]
}

function grants({role}: Visitor) {
  return role === 'write' ? [{name: 'manage'}, {name: 'read'}] : [{name: 'read'}]
}
