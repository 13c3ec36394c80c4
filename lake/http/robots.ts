import {createHash, randomBytes, randomUUID} from 'node:crypto'
import {isObject} from '../json.ts'
import type {Role, Visitor} from './visitor.ts'

/** A token of a project that `sanity tokens create` made. The token itself is not stored. */
export interface Robot {
  id: string
  label: string
  /** Name of its role in the project, such as `viewer`. */
  roleName: RobotRole
  /** Hex digits of the token's SHA-256 digest. */
  digest: string
  createdAt: string
  /** Undefined if the token does not expire. */
  expiresAt?: string
}

/** What a role of the hosted service may do in a lake, which has two roles only. */
export const robotRoles = {
  administrator: {title: 'Administrator', role: 'write'},
  developer: {title: 'Developer', role: 'write'},
  editor: {title: 'Editor', role: 'write'},
  viewer: {title: 'Viewer', role: 'read'},
} as const satisfies Record<string, {title: string; role: Role}>

export type RobotRole = keyof typeof robotRoles

export function isRobotRole(name: unknown): name is RobotRole {
  return typeof name === 'string' && Object.hasOwn(robotRoles, name)
}

const storedName = 'project/robots'
export const maxRobots = 100

export function readRobots(values: {value: (name: string) => unknown}): Robot[] {
  const stored = values.value(storedName)
  return (Array.isArray(stored) ? stored : []).flatMap((entry: unknown) => {
    if (!isObject(entry)) return []
    const {id, label, roleName, digest, createdAt, expiresAt} = entry
    if (typeof id !== 'string' || typeof digest !== 'string' || !isRobotRole(roleName)) return []
    const robot = {id, label: String(label), roleName, digest, createdAt: String(createdAt)}
    return typeof expiresAt === 'string' ? {...robot, expiresAt} : robot
  })
}

export function writeRobots(
  values: {setValue: (name: string, value: unknown) => void},
  robots: readonly Robot[],
) {
  values.setValue(storedName, robots)
}

/** Returns a new token and its digest. */
export function newSecret(): {token: string; digest: string} {
  const token = `sk${randomBytes(32).toString('hex')}`
  return {token, digest: digestOf(token)}
}

export const newRobotId = () => `p${randomUUID()}`

/** Returns the robot with the token in an `Authorization` header. The time of comparing digests reveals no token. */
export function robotWith(
  authorization: string | null,
  robots: readonly Robot[],
  now: string,
): Robot | undefined {
  const secret = authorization?.match(/^Bearer\s+(.+)$/i)?.[1]
  if (secret === undefined) return undefined
  const digest = digestOf(secret)
  return robots.find(
    (robot) => robot.digest === digest && (robot.expiresAt === undefined || robot.expiresAt > now),
  )
}

/** Returns the sender of a request with the token of a robot. */
export function visitorOf({id, label, roleName}: Robot): Visitor {
  return {id, name: label, role: robotRoles[roleName].role}
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
