import * as z from 'zod/mini'

import type {Perspective} from '../queryPort.ts'
import {seal, unseal} from './seal.ts'

/** That a browser may see drafts, and whose; kept by the browser in a signed cookie. */
export interface PreviewSession {
  perspective: Perspective
  /** When it ends, milliseconds since 1970. */
  until: number
}

const cookieName = 'touchpoints-preview'
const purpose = 'preview-session'
const sessionShape = z.object({
  perspective: z.union([z.enum(['drafts', 'published']), z.array(z.string())]),
  until: z.number(),
})

/** Half a day: a preview that nobody left ends by itself. */
export const sessionSeconds = 12 * 60 * 60

/**
 * @param now - milliseconds since 1970
 * @returns the session of the request's browser; undefined without one, or with a false or old one
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

/** The `Set-Cookie` that begins or changes a session. */
export async function sessionCookie(
  session: PreviewSession,
  key: string,
  https: boolean,
): Promise<string> {
  return `${cookieName}=${await seal(key, purpose, session)}; Max-Age=${sessionSeconds}; ${flags(https)}`
}

/** The `Set-Cookie` that ends it. */
export function endedCookie(https: boolean): string {
  return `${cookieName}=; Max-Age=0; ${flags(https)}`
}

/**
 * In a Studio's frame on another site the cookie is a third party's: browsers keep such a one only
 * with `SameSite=None; Secure`, and `Partitioned` where third-party cookies are blocked. Without
 * https (on one machine) frame and Studio are one site, and Lax is enough.
 */
function flags(https: boolean): string {
  const site = https ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax'
  return `Path=/; HttpOnly; ${site}`
}

function cookieOf(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
}
