import * as z from 'zod/mini'

import type {Perspective} from '../lake/queryPort.ts'
import {seal, unseal} from './seal.ts'

/** The right of a browser to see drafts, stored in a signed cookie. */
export interface PreviewSession {
  /** Perspective that the browser sees. */
  perspective: Perspective
  /** End of the session, milliseconds since 1970. */
  until: number
}

const cookieName = 'touchpoints-preview'
const purpose = 'preview-session'
const sessionShape = z.object({
  perspective: z.union([z.enum(['drafts', 'published']), z.array(z.string())]),
  until: z.number(),
})

/** Length of a session in seconds: half a day, after which a forgotten preview ends. */
export const sessionSeconds = 12 * 60 * 60

/**
 * Returns the preview session of a request. Undefined when there is none, or when its signature is wrong
 * or it has expired.
 *
 * @param key - the server's secret
 * @param now - milliseconds since 1970
 */
export async function readSession(
  request: Request,
  key: string,
  now: number,
): Promise<PreviewSession | undefined> {
  const cookie = cookieOf(request.headers.get('cookie') ?? '')
  if (!cookie) return undefined
  const session = sessionShape.safeParse(await unseal(key, purpose, cookie))
  return session.success && session.data.until > now ? session.data : undefined
}

/** Whether a `Cookie` header contains a session, valid or not. `readSession` checks it. */
export function hasSessionCookie(header: string | undefined): boolean {
  return cookieOf(header ?? '') !== undefined
}

/** Returns the `Set-Cookie` header that starts or changes a session. */
export async function sessionCookie(
  session: PreviewSession,
  key: string,
  https: boolean,
): Promise<string> {
  return `${cookieName}=${await seal(key, purpose, session)}; Max-Age=${sessionSeconds}; ${flags(https)}`
}

/** Returns the `Set-Cookie` header that ends a session. */
export function endedCookie(https: boolean): string {
  return `${cookieName}=; Max-Age=0; ${flags(https)}`
}

/**
 * Returns the flags of the cookie. In the frame of a Studio on another site it is a third-party cookie.
 * Browsers keep that only with `SameSite=None; Secure`, and also `Partitioned` where third-party cookies
 * are blocked. Without https, on one machine, frame and Studio are the same site, so Lax is enough.
 */
function flags(https: boolean): string {
  const site = https ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax'
  return `Path=/; HttpOnly; ${site}`
}

function cookieOf(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
}
