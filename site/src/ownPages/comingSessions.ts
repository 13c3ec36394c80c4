import {isStatic} from '../output.ts'
import {isWithinHorizon} from '../whatsOn/horizon.ts'

/**
 * Returns the sessions that a static site has among the past ones before they have ended. A script shows each when it
 * has, so that a session that leaves the list of the next ones is not lost until the next build. None on a server.
 *
 * @param sessions - that have not ended
 */
export function comingSessions<Session>(
  sessions: readonly Session[],
  {now, startOf}: {now: string; startOf: (session: Session) => string},
  asFile: boolean = isStatic,
): Session[] {
  if (!asFile) return []
  return sessions.filter((session) => isWithinHorizon({start: startOf(session)}, now))
}

/** Returns the first of some instants, when a list with nothing but these sessions begins to show. */
export function firstEnd(ends: readonly string[]): string | undefined {
  return inOrder(ends)[0]
}

/** Returns the instant after which none of some sessions is to come. */
export function lastEnd(ends: readonly string[]): string | undefined {
  return inOrder(ends).at(-1)
}

/** A number that is true from an instant until the next. */
export interface CountStep {
  count: number
  /** UTC instant. Undefined for the first. */
  from: string | undefined
  /** UTC instant. Undefined for the last. */
  until: string | undefined
}

/**
 * Returns a number of sessions over time.
 *
 * @param count - when the page is built
 * @param ends - instants at which the number changes, in any order
 * @param by - what each session adds
 */
export function countSteps(count: number, ends: readonly string[], by: 1 | -1 = 1): CountStep[] {
  const ordered = inOrder(ends)
  return [undefined, ...ordered].map((from, index) => ({
    count: count + by * index,
    from,
    until: ordered[index],
  }))
}

function inOrder(instants: readonly string[]): string[] {
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))
}
