import {createHash, timingSafeEqual} from 'node:crypto'
import {requestError} from './apiError.ts'

/** The permission of a token. `write` includes `read`. */
export type Role = 'read' | 'write'

/** A token that clients send, with its role. */
export interface Token {
  /**
   * The secret that a client sends as `Authorization: Bearer …`, at least 16 characters. A Studio takes it from its
   * address (`#token=…`) only if it has at least 32.
   */
  token: string
  role: Role
  /** Shown as the author of changes that use the token. */
  name: string
}

/** The sender of a request. */
export interface Visitor {
  /** The author in the history. */
  id: string
  name: string
  /** `none` sees published documents only, like everyone on a public dataset. */
  role: Role | 'none'
}

const editor: Visitor = {id: 'local-editor', name: 'Local editor', role: 'write'}
export const anonymous: Visitor = {id: '<anonymous>', name: 'Anonymous', role: 'none'}

/**
 * Identifies the sender of a request by its token.
 *
 * A lake without tokens treats everyone as the editor. A lake with tokens treats a request without one
 * as anonymous.
 *
 * @param authorization the `Authorization` header
 * @throws ApiError 401 for an unknown token
 */
export function visitorFrom(authorization: string | null, tokens: readonly Token[]): Visitor {
  if (tokens.length === 0) return editor
  const secret = authorization?.match(/^Bearer\s+(.+)$/i)?.[1]
  if (secret === undefined) return anonymous
  // Compares the digests of all tokens, so that the time taken reveals neither which token is similar
  // nor its length.
  const secretDigest = digest(secret)
  let match: Token | undefined
  for (const token of tokens) {
    if (timingSafeEqual(digest(token.token), secretDigest)) match = token
  }
  if (!match) throw requestError(401, 'Session not found')
  return visitorWith(match)
}

/** Returns everyone who can have an account: the editor, or one for each token. */
export function membersOf(tokens: readonly Token[]): readonly Visitor[] {
  return tokens.length === 0 ? [editor] : tokens.map(visitorWith)
}

function visitorWith({name, role}: Token): Visitor {
  return {id: `token-${digest(name).toString('hex').slice(0, 8)}`, name, role}
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Requires a role. @throws ApiError 401 without a token, 403 if the token lacks the role */
export function requireRole(visitor: Visitor, role: Role) {
  if (visitor.role === 'write' || visitor.role === role) return
  if (visitor.role === 'none')
    throw requestError(401, `Unauthorized: this requires a token with the role "${role}"`)
  throw requestError(403, `Insufficient permissions: this requires a token with the role "${role}"`)
}
