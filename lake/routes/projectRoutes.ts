import type {StoredDocument} from '../document.ts'
import type {Datasets} from '../datasets/datasets.ts'
import {assertProject, findVisibleDataset} from '../http/findDataset.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {user} from './accountRoutes.ts'

/** Projects, their datasets, and what a visitor may do in them. */
export function projectRoutes(datasets: Datasets, members: readonly Visitor[]): ProjectRouter {
  const routes = newProjectRouter()
  routes.use('/:apiVersion/projects/:project/*', async (context, next) => {
    assertProject(datasets, context.req.param('project'), context.var.visitor)
    await next()
  })
  return (
    routes
      .get('/:apiVersion/projects', (context) => {
        requireRole(context.var.visitor, 'read')
        return context.json(datasets.projects().map((id) => project(id, [])))
      })
      .get('/:apiVersion/projects/:project', (context) => {
        const id = context.req.param('project')
        const {visitor} = context.var
        assertProject(datasets, id, visitor)
        const listed = visitor.role === 'none' ? [] : members
        return context.json(
          project(
            id,
            listed.map((one) => member(one, visitor)),
          ),
        )
      })
      .get('/:apiVersion/projects/:project/users/me', (context) =>
        context.json(user(context.var.visitor)),
      )
      .get('/:apiVersion/projects/:project/grants', (context) =>
        context.json({
          'sanity.project': [{grants: grants(context.var.visitor)}],
          'sanity.document.filter.mode': [],
        }),
      )
      .get('/:apiVersion/projects/:project/datasets/:dataset/acl', (context) => {
        const {project: projectId, dataset} = context.req.param()
        const {visitor} = context.var
        findVisibleDataset(datasets, {projectId, dataset}, visitor)
        return context.json(acl(visitor))
      })
      // The hosted service limits releases by plan. The lake has no limit, but returns numbers, because the
      // Studio repeats the request forever if the count is null.
      .get('/:apiVersion/projects/:project/new-content-release-allowed', (context) => {
        requireRole(context.var.visitor, 'read')
        const releases = datasets
          .list(context.req.param('project'))
          .flatMap(({engine}) => engine.documents.raw.byType('system.release'))
        return context.json({
          data: {
            datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
            orgActiveReleaseLimit: null,
            orgMeteredActiveReleaseCount: releases.filter(isOpen).length,
          },
        })
      })
  )
}

function project(id: string, members: readonly ReturnType<typeof member>[]) {
  return {
    id,
    displayName: id,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    members,
    maxRetentionDays: 3650,
  }
}

/** Comments and tasks list the members who are not robots. A token that only reads belongs to a site. */
function member({id, role, name}: Visitor, visitor: Visitor) {
  const {roles} = user({id, role, name})
  return {id, isCurrentUser: id === visitor.id, isRobot: role !== 'write', roles}
}

function isOpen({state}: StoredDocument): boolean {
  return state !== 'published' && state !== 'archived'
}

/** Returns what a role may do with documents, as a Studio evaluates it. */
export function acl({role}: Pick<Visitor, 'role'>) {
  const permissions =
    role === 'write' ? ['read', 'create', 'update', 'history', 'editHistory'] : ['read']
  return [{filter: '_id in path("**")', permissions}]
}

function grants({role}: Visitor) {
  return role === 'write' ? [{name: 'manage'}, {name: 'read'}] : [{name: 'read'}]
}
