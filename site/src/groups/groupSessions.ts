import type {Loader, LoaderResult} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import type {Series, Touchpoint} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'

/** The sessions of a group. */
export interface GroupSessions {
  /** Soonest first. */
  upcoming: Touchpoint[]
  /** Latest first. */
  past: Touchpoint[]
  /** Number of all past sessions. */
  pastTotal: number
}

/** Sessions of each series that the page lists. */
const limits = {upcoming: 20, past: 40} as const

/** Loads the sessions of a group's series, with their recordings. */
export async function groupSessions(
  loader: Loader,
  view: RequestView,
  series: readonly Series[],
): Promise<GroupSessions> {
  const {now} = view
  const read = async (when: 'upcoming' | 'past') => {
    const results = await Promise.all(
      series.map(({slug}) => loader.touchpoints({when, series: slug, limit: limits[when], now})),
    )
    for (const result of results) recordFacts(view, result, changesOf(result))
    return {sessions: results.flatMap(({data}) => data), total: totalOf(results)}
  }
  const [upcoming, past] = await Promise.all([read('upcoming'), read('past')])
  return {
    upcoming: upcoming.sessions.toSorted(soonest),
    past: past.sessions.toSorted((a, b) => soonest(b, a)),
    pastTotal: past.total,
  }
}

function changesOf({data}: LoaderResult<Touchpoint[]>): string[] {
  return data.flatMap(({schedule}) => [schedule.start, schedule.end])
}

function totalOf(results: readonly {total: number}[]): number {
  return results.reduce((sum, {total}) => sum + total, 0)
}

/** The loader writes all instants in one format, so they can be compared as text. */
function soonest(a: Touchpoint, b: Touchpoint): number {
  return a.schedule.start.localeCompare(b.schedule.start)
}
