import {createHash, timingSafeEqual} from 'node:crypto'
import {requestError} from './apiError.ts'

/** What a token may do. `write` includes `read`. */
export type Role = 'read' | 'write'

export interface Token {
  /** The secret that a client sends as `Authorization: Bearer …`. */
  token: string
  role: Role
  /** Shown as the author of what is written with it. */
  name: string
}

/** Who asks. */
export interface Visitor {
  /** Stands as the author in history. */
  id: string
  name: string
  /** `none` sees published documents only, as anyone does on a public dataset. */
  role: Role | 'none'
}

const editor: Visitor = {id: 'local-editor', name: 'Local editor', role: 'write'}
const anonymous: Visitor = {id: '<anonymous>', name: 'Anonymous', role: 'none'}

/**
 * Without tokens everyone on this machine is the editor. With tokens a request without one is
 * anonymous and a wrong one is refused.
 *
 * @throws ApiError 401
 */
export function visitorFrom(authorization: string | null, tokens: readonly Token[]): Visitor {
  if (tokens.length === 0) return editor
  const secret = authorization?.match(/^Bearer\s+(.+)$/i)?.[1]
  if (secret === undefined) return anonymous
  // Every token is compared, and as a digest, so that the time taken tells neither which token came
  // close nor how long it is.
  const given = digest(secret)
  let found: Token | undefined
  for (const token of tokens) {
    if (timingSafeEqual(digest(token.token), given)) found = token
  }
  if (!found) throw requestError(401, 'Session not found')
  return {
    id: `token-${digest(found.name).toString('hex').slice(0, 8)}`,
    name: found.name,
    role: found.role,
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** @throws ApiError 401 or 403 */
export function requireRole(visitor: Visitor, role: Role) {
  if (visitor.role === 'write' || visitor.role === role) return
  if (visitor.role === 'none')
    throw requestError(401, `Unauthorized: a token that may ${role} is needed`)
  throw requestError(403, `Insufficient permissions: the token may not ${role}`)
}
