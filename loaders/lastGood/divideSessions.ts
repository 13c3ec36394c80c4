import * as z from 'zod/mini'

import type {Answer, Question} from './lastGoodPort.ts'

const session = z.looseObject({
  _id: z.string(),
  status: z.string(),
  series: z.looseObject({_id: z.string()}),
  schedule: z.looseObject({start: z.string(), end: z.string()}),
})
const seriesItem = z.looseObject({_id: z.string(), nextSessions: z.optional(z.array(z.unknown()))})

type Session = z.output<typeof session>

/** Number of sessions that a query returns as next ones of each series. */
const nextOfSeries = 2

/**
 * Divides the sessions of an earlier answer by the time of a later question, as the query would: which ones
 * are next, past or in the window. So a session that has ended since is not shown as the next one.
 *
 * An answer contains only some of all sessions. The more time has passed, the more are missing.
 *
 * @param then - `now` of the earlier question
 */
export function divideSessions(answer: Answer, then: string, question: Question): Answer {
  const {now, limits = {}, params, when} = question
  const known = knownSessions(answer)
  const ended = (at: string) => known.filter(({schedule}) => schedule.end <= at)
  const upcoming = known.filter(({schedule}) => schedule.end > now).sort(soonestFirst)
  const past = ended(now).sort(latestFirst)
  const newlyEnded = past.length - ended(then).length
  const overlaps = ({schedule}: Session) =>
    schedule.start < (params['to'] ?? '') && schedule.end > (params['from'] ?? '')
  const inWindow = known.filter(overlaps).sort(soonestFirst)
  const ofWhen = when === 'past' ? past : upcoming
  const lists: Record<string, readonly unknown[]> = {
    upcoming: upcoming.slice(0, limits['upcoming']),
    past: past.slice(0, limits['past']),
    inWindow,
    touchpoints: inWindow,
    series: (answer.lists['series'] ?? []).map((item) => withNext(item, upcoming)),
    ...(question.window && {items: inWindow}),
    ...(when && {items: question.window ? ofWhen.filter(overlaps) : ofWhen}),
  }
  const {counts} = answer
  const total = when === 'upcoming' ? -newlyEnded : 0
  const changes: Record<string, number> = {
    upcomingTotal: -newlyEnded,
    pastTotal: newlyEnded,
    total,
  }
  return {
    ...answer,
    lists: Object.fromEntries(
      Object.entries(answer.lists).map(([name, list]) => [name, lists[name] ?? list]),
    ),
    counts: Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [
        name,
        Math.max(0, count + (changes[name] ?? 0)),
      ]),
    ),
  }
}

/** Returns every session in an answer once, from all lists. */
function knownSessions({lists}: Answer): Session[] {
  const items = Object.values(lists).flat()
  const nested = (lists['series'] ?? []).flatMap(
    (item) => seriesItem.safeParse(item).data?.nextSessions ?? [],
  )
  const sessions = new Map<string, Session>()
  for (const item of [...items, ...nested]) {
    const {data} = session.safeParse(item)
    if (data) sessions.set(data._id, data)
  }
  return [...sessions.values()]
}

function withNext(item: unknown, upcoming: readonly Session[]): unknown {
  const {data} = seriesItem.safeParse(item)
  if (!data?.nextSessions) return item
  const next = upcoming.filter(
    ({series, status}) => series._id === data._id && status !== 'cancelled',
  )
  return {...data, nextSessions: next.slice(0, nextOfSeries)}
}

function soonestFirst(a: Session, b: Session): number {
  return a.schedule.start < b.schedule.start ||
    (a.schedule.start === b.schedule.start && a._id < b._id)
    ? -1
    : 1
}

/** As the query sorts: latest start first, and the same id order within a start. */
function latestFirst(a: Session, b: Session): number {
  return a.schedule.start === b.schedule.start ? soonestFirst(a, b) : soonestFirst(b, a)
}
