import type {
  DisagreementProblem,
  MeetingIdentity,
  MergedEvent,
  ResemblanceProblem,
} from '@touchpoints/calendar'

import {eventWhen} from './eventWhen.ts'
import type {EditorsEvents} from './readEditorsEvents.ts'

/** Something about the calendar that an editor has to decide or to check. */
export type ReviewItem = PairItem | RelinkItem | NoticeItem

/** Two meetings that look alike. */
export interface PairItem {
  kind: 'pair'
  /** Equal for all dates of the two meetings. */
  key: string
  question: string
  meetings: [ReviewedMeeting, ReviewedMeeting]
  /** Number of further dates in this period with the same question. */
  more: number
  /** Start of the first date, for sorting. */
  start: string
}

/** One of two meetings that look alike. */
export interface ReviewedMeeting {
  identity: MeetingIdentity
  title: string
  when: string
  source: string
  room: string
}

/** Sessions that name events which their calendar no longer has, with the events that took their place. */
export interface RelinkItem {
  kind: 'relink'
  key: string
  message: string
  links: {touchpointId: string; eventUid: string}[]
}

/** Something to correct elsewhere. */
export interface NoticeItem {
  kind: 'notice'
  key: string
  title: string
  message: string
  /** Id of the calendar document. */
  calendarId?: string
  /** Id of the series with the cadence. */
  cadenceId?: string
}

/**
 * Returns what to review in a period: first the meetings that look alike, by date, then the rest.
 *
 * @param timeZone - IANA id of the zone in which times are shown
 */
export function reviewItems(
  {events, problems}: Pick<EditorsEvents, 'events' | 'problems'>,
  timeZone: string,
): ReviewItem[] {
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const pairs = new Map<string, PairItem>()
  const notices: NoticeItem[] = []
  const relinks: RelinkItem[] = []
  for (const problem of problems) {
    if (problem.kind === 'disagreement')
      for (const item of relinkOf(problem, events)) relinks.push(item)
    if (problem.kind !== 'review') continue
    if ('meetings' in problem) {
      const pair = pairOf(problem, eventOf, timeZone)
      if (pair) addPair(pairs, pair)
      // A limit can leave out an event. Its problem is still worth reading.
      else notices.push(noticeOf(problem, 'Meetings that look alike', {}))
      continue
    }
    const [first = '', second = ''] = problem.sources
    const ids =
      problem.code === 'stale-copy' ? {calendarId: first} : {cadenceId: first, calendarId: second}
    notices.push(noticeOf(problem, noticeTitles[problem.code], ids))
  }
  return [...[...pairs.values()].toSorted(byStart), ...relinks, ...notices]
}

const noticeTitles = {
  'removed-dates': 'Dates that the calendar removed',
  'calendar-ended': 'Calendar without further dates',
  'stale-copy': 'Outdated copy of a series',
} as const

const questions = {
  'possible-duplicate': 'These start at the same time and look alike. Are they one meeting?',
  'possible-move': 'These have one title and start at two times of a day. Are they one meeting?',
} as const

function pairOf(
  {code, meetings, sources}: ResemblanceProblem,
  eventOf: ReadonlyMap<string, MergedEvent>,
  timeZone: string,
): PairItem | undefined {
  const [first, second] = sources.map((id) => eventOf.get(id))
  if (!first || !second) return undefined
  return {
    kind: 'pair',
    key: JSON.stringify(meetings),
    question: questions[code],
    meetings: [
      {identity: meetings[0], ...describe(first, timeZone)},
      {identity: meetings[1], ...describe(second, timeZone)},
    ],
    more: 0,
    start: first.start < second.start ? first.start : second.start,
  }
}

/** Returns the sessions that the merge found again by room or title, with the UIDs of their events. */
function relinkOf(
  {field, values, message}: DisagreementProblem,
  events: readonly MergedEvent[],
): RelinkItem[] {
  if (field !== 'eventUid') return []
  const links = values.flatMap(({source: touchpointId}) => {
    const event = events.find(
      (each) => each.kind === 'touchpoint' && each.touchpoint.id === touchpointId,
    )
    const feeds = (event?.sources ?? []).filter((source) => source.kind === 'feed')
    const feed = feeds.find(({own}) => own) ?? feeds[0]
    return feed ? [{touchpointId, eventUid: feed.uid}] : []
  })
  const key = JSON.stringify(['relink', links])
  return links.length === 0 ? [] : [{kind: 'relink', key, message, links}]
}

/** Keeps the first date of each pair: one decision holds for all dates. */
function addPair(pairs: Map<string, PairItem>, pair: PairItem) {
  const known = pairs.get(pair.key)
  if (!known) {
    pairs.set(pair.key, pair)
    return
  }
  const first = pair.start < known.start ? pair : known
  pairs.set(pair.key, {...first, more: known.more + 1})
}

function describe(event: MergedEvent, timeZone: string): Omit<ReviewedMeeting, 'identity'> {
  return {
    title: event.title,
    when: eventWhen(event, timeZone),
    source: [...new Set(event.sources.map(sourceText))].join(', '),
    room: event.joinUrl ?? event.location ?? 'No room',
  }
}

function sourceText(source: MergedEvent['sources'][number]): string {
  if (source.kind === 'feed') return source.calendarTitle
  if (source.kind === 'touchpoint') return 'Session in this Studio'
  return 'Cadence of a series'
}

function noticeOf(
  {
    code,
    sources,
    dates,
    message,
  }: {code: string; sources: string[]; dates: string[]; message: string},
  title: string,
  ids: Pick<NoticeItem, 'calendarId' | 'cadenceId'>,
): NoticeItem {
  return {kind: 'notice', key: JSON.stringify([code, sources, dates]), title, message, ...ids}
}

function byStart(a: PairItem, b: PairItem): number {
  return a.start < b.start || (a.start === b.start && a.key < b.key) ? -1 : 1
}
