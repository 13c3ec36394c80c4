import type {Loader, TouchpointFilter} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import type {Touchpoint} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'
import type {Part} from './pagination.ts'

/** The sessions on the page of a series or a person. */
export interface SessionLists {
  /** Soonest first. Only the first part of the page has them. */
  upcoming: Touchpoint[]
  /** Latest first. */
  past: Part<Touchpoint>
  /** Number of all past sessions. */
  pastTotal: number
  syncTags: string[]
}

const limits = {upcoming: 30, past: 60} as const

/** Loads the sessions that a filter selects. Undefined for a part that the list does not have. */
export async function sessionLists(
  loader: Loader,
  view: RequestView,
  filter: Pick<TouchpointFilter, 'series' | 'guest'>,
): Promise<SessionLists | undefined> {
  const {now, part: page = 1} = view
  const read = async (options: TouchpointFilter) => {
    const result = await loader.touchpoints({...filter, ...options, now})
    const changes = result.data.flatMap(({schedule}) => [schedule.start, schedule.end])
    recordFacts(view, result, changes)
    return result
  }
  const [upcoming, past] = await Promise.all([
    page === 1 ? read({when: 'upcoming', limit: limits.upcoming}) : undefined,
    read({when: 'past', limit: limits.past, offset: (page - 1) * limits.past}),
  ])
  const pages = Math.max(1, Math.ceil(past.total / limits.past))
  if (page > pages) return undefined
  return {
    upcoming: upcoming?.data ?? [],
    past: {items: past.data, page, pages},
    pastTotal: past.total,
    syncTags: [...(upcoming?.syncTags ?? []), ...past.syncTags],
  }
}
