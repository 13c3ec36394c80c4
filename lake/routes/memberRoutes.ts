import {randomUUID} from 'node:crypto'
import type {Datasets, ProjectValues} from '../datasets/datasets.ts'
import {requestError} from '../http/apiError.ts'
import {assertProject} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {
  isRobotRole,
  maxRobots,
  newRobotId,
  newSecret,
  readRobots,
  type Robot,
  robotRoles,
  robotWith,
  writeRobots,
} from '../http/robots.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole, type Visitor} from '../http/visitor.ts'
import {parseInstant} from '../instant.ts'
import {isObject, type JsonObject} from '../json.ts'

const robotsPath = '/:apiVersion/access/project/:project/robots'
const invitationsPath = '/:apiVersion/invitations/project/:project'
const invitationsName = 'project/invitations'
const maxInvitations = 100

/** Roles, tokens and invitations of a project: what `sanity tokens` and `sanity users` use. */
export function memberRoutes(datasets: Datasets): ProjectRouter {
  const valuesOf = (project: string, visitor: Visitor): ProjectValues => {
    assertProject(datasets, project, visitor)
    return datasets.values(project) ?? datasets.first.engine.store
  }
  const projectRoles = Object.entries(robotRoles).map(([name, {title}]) => ({
    name,
    title,
    description: '',
    isCustom: false,
    isRootRole: false,
    appliesToUsers: true,
    appliesToRobots: true,
    grants: {},
  }))
  const now = () => datasets.first.engine.clock.now().toISOString()
  return newProjectRouter()
    .get('/:apiVersion/projects/:project/roles', (context) => {
      valuesOf(context.req.param('project'), context.var.visitor)
      return context.json(projectRoles)
    })
    .get('/:apiVersion/access/project/:project/roles', (context) => {
      valuesOf(context.req.param('project'), context.var.visitor)
      return context.json(page(projectRoles))
    })
    .get(robotsPath, (context) => {
      requireRole(context.var.visitor, 'write')
      const {project} = context.req.param()
      return context.json(
        page(
          readRobots(valuesOf(project, context.var.visitor)).map((one) => describe(one, project)),
        ),
      )
    })
    .post(robotsPath, async (context) => {
      requireRole(context.var.visitor, 'write')
      const {project} = context.req.param()
      const values = valuesOf(project, context.var.visitor)
      const robots = readRobots(values)
      if (robots.length >= maxRobots) {
        throw requestError(403, `A project can have ${maxRobots} tokens. Delete one first.`)
      }
      const {token, digest} = newSecret()
      const robot = {...robotIn(await readJson(context.req.raw), now()), id: newRobotId(), digest}
      writeRobots(values, [...robots, robot])
      return context.json({...describe(robot, project), token}, 201)
    })
    .post('/:apiVersion/access/robots/me/rotate', (context) => {
      const authorization = context.req.header('authorization') ?? null
      for (const project of datasets.projects()) {
        const values = valuesOf(project, context.var.visitor)
        const robots = readRobots(values)
        const current = robotWith(authorization, robots, now())
        if (!current) continue
        const {token, digest} = newSecret()
        const rotated = {...current, digest}
        writeRobots(
          values,
          robots.map((each) => (each.id === current.id ? rotated : each)),
        )
        return context.json({...describe(rotated, project), token})
      }
      throw requestError(401, 'This is not a token that `sanity tokens create` made in this lake.')
    })
    .delete(`${robotsPath}/:id`, (context) => {
      requireRole(context.var.visitor, 'write')
      const {project, id} = context.req.param()
      const values = valuesOf(project, context.var.visitor)
      const robots = readRobots(values)
      const left = robots.filter((each) => each.id !== id)
      if (left.length === robots.length) {
        throw requestError(
          404,
          `There is no token with the id "${id}". \`sanity tokens list\` shows all.`,
        )
      }
      writeRobots(values, left)
      return context.json({deleted: true})
    })
    .get(invitationsPath, (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json(
        readInvitations(valuesOf(context.req.param('project'), context.var.visitor)),
      )
    })
    .post(invitationsPath, async (context) => {
      requireRole(context.var.visitor, 'write')
      const values = valuesOf(context.req.param('project'), context.var.visitor)
      const invitation = invitationIn(await readJson(context.req.raw), now())
      const all = [...readInvitations(values), invitation]
      if (all.length > maxInvitations) {
        throw requestError(403, `A project can have ${maxInvitations} invitations.`)
      }
      values.setValue(invitationsName, all)
      return context.json(invitation, 201)
    })
}

/** A list of the Access API. Everything is on its only page. */
function page<T>(data: readonly T[]) {
  return {data, nextCursor: null, totalCount: data.length}
}

function describe({id, label, roleName, createdAt, expiresAt}: Robot, projectId: string) {
  const membership = {resourceType: 'project', resourceId: projectId, roleNames: [roleName]}
  return {id, label, createdAt, expiresAt: expiresAt ?? null, memberships: [membership]}
}

function robotIn(body: unknown, createdAt: string): Omit<Robot, 'id' | 'digest'> {
  const {label, memberships, expiresAt} = isObject(body) ? body : {}
  const [membership] = Array.isArray(memberships) ? memberships : []
  const names =
    isObject(membership) && Array.isArray(membership.roleNames) ? membership.roleNames : []
  const [roleName] = names
  if (typeof label !== 'string' || label === '')
    throw requestError(400, 'A token must have a label.')
  if (!isRobotRole(roleName)) throw unknownRole(roleName)
  if (expiresAt === undefined || expiresAt === null) return {label, roleName, createdAt}
  const expires = parseInstant(expiresAt)
  if (expires === undefined) {
    throw requestError(400, `Invalid expiresAt ${JSON.stringify(expiresAt)}. Use a date and time.`)
  }
  return {label, roleName, createdAt, expiresAt: new Date(expires).toISOString()}
}

function unknownRole(name: unknown) {
  const known = Object.keys(robotRoles).join(', ')
  return requestError(400, `Unknown role ${JSON.stringify(name)}. The lake has the roles ${known}.`)
}

function readInvitations(values: ProjectValues): JsonObject[] {
  const stored = values.value(invitationsName)
  return Array.isArray(stored) ? stored.filter(isObject) : []
}

/** Stays pending: a lake sends no email, and has no accounts. */
function invitationIn(body: unknown, createdAt: string): JsonObject {
  const {email, role} = isObject(body) ? body : {}
  if (typeof email !== 'string' || !email.includes('@')) {
    throw requestError(400, `Invalid email ${JSON.stringify(email)}.`)
  }
  if (!isRobotRole(role)) throw unknownRole(role)
  return {
    id: randomUUID(),
    email,
    role,
    roles: [{name: role, title: robotRoles[role].title}],
    createdAt,
    isAccepted: false,
    isRevoked: false,
    acceptedByUserId: null,
  }
}
