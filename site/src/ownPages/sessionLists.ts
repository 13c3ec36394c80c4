import type {Touchpoint} from '../meetings/pageContent.ts'
import type {PageRequest} from './pageRequest.ts'
import {type Part, partOf} from './pagination.ts'
import {comingSessions} from './comingSessions.ts'
import {hasEnded, type SessionEntry, sessionsOf} from './sessionIndex.ts'

/** The sessions on the page of a series or a person. */
export interface SessionLists {
  /** Soonest first. Only the first part of the page has them. */
  upcoming: Touchpoint[]
  /** Those that a static site has among the past ones as well, the latest first. */
  coming: Touchpoint[]
  /** Latest first. */
  past: Part<Touchpoint>
  /** Number of all past sessions. */
  pastTotal: number
}

const limits = {upcoming: 30, past: 60} as const

/**
 * Loads the sessions of some entries. Undefined for a part that the list does not have.
 *
 * @param entries - the latest first
 */
export async function sessionLists(
  {loader, view}: Pick<PageRequest, 'loader' | 'view'>,
  entries: readonly SessionEntry[],
): Promise<SessionLists | undefined> {
  const {now, part} = view
  const isPast = (entry: SessionEntry) => hasEnded(entry, now)
  const past = entries.filter(isPast)
  const upcoming = entries.filter((entry) => !isPast(entry)).slice(-limits.upcoming)
  const pastPart = partOf(past, part, limits.past)
  if (!pastPart) return undefined
  const [next, gone] = await Promise.all([
    part === undefined ? sessionsOf(loader, view, upcoming) : [],
    sessionsOf(loader, view, pastPart.items),
  ])
  return {
    upcoming: next.toReversed(),
    coming: comingSessions(next, {now, startOf: ({schedule}) => schedule.start}),
    past: {...pastPart, items: gone},
    pastTotal: past.length,
  }
}
