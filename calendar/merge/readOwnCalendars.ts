import type {ReviewProblem} from '../problems.ts'
import {compareTitles, contextOf, titleKey} from './compareTitles.ts'
import {roomOf} from '../links/roomOf.ts'
import {byKey, type CadenceItem, type FeedItem} from './items.ts'
import type {HiddenEvent} from './collectFeeds.ts'
import type {Decisions} from './decisions.ts'
import {lineageOf} from './lineage.ts'
import type {CadenceInput} from './sources.ts'
import {dateIn, day} from './time.ts'

/** What a cadence's own calendar says about one of its dates. */
export type Silence =
  /** It has no event on that date: the date is off. */
  | 'removed'
  /** It has the event at another time, which is an event of its own. */
  | 'moved'
  /** It has had no event for a while, so the date is in doubt. */
  | 'ended'

export interface CadenceDates {
  cadence: CadenceInput
  /** All dates of the cadence, also those that a touchpoint fills, by start. */
  dates: readonly CadenceItem[]
}

export interface OwnCalendars {
  /** Dates about which the calendar says something, by their key. Other dates take place. */
  silent: ReadonlyMap<string, Silence>
  /** The key of the event that a moved date became, by the key of the date. */
  moved: ReadonlyMap<string, string>
  /** Ids of the cadences with a calendar. */
  held: ReadonlySet<string>
  problems: ReviewProblem[]
}

interface OwnCalendarsOptions {
  /** Milliseconds since 1970. */
  now: number
  /** Returns whether a problem may name a date. */
  isReported: (date: CadenceItem) => boolean
  /** What editors decided about the call and events that look like it. */
  decisions: Decisions
  /** Events of the own feeds that are not published. */
  hidden?: readonly HiddenEvent[]
}

/** A calendar that holds one meeting on two dates holds the meeting. One date can be a coincidence. */
const enoughDates = 2

/**
 * Reads what the community's own calendars say about the dates of cadences, by leaving dates out.
 *
 * A cadence's calendar is the own feed that it names, or the one that holds the call on its other dates.
 * Silence means nothing in a feed that could not be read, in one that never held the call, in another
 * community's feed, and before the first date that a feed still holds: many feeds drop their past.
 *
 * @param feeds - Items of the own feeds that could be read, in the span of the dates.
 */
export function readOwnCalendars(
  cadences: readonly CadenceDates[],
  feeds: readonly FeedItem[],
  {now, isReported, decisions, hidden = []}: OwnCalendarsOptions,
): OwnCalendars {
  const silent = new Map<string, Silence>()
  const moved = new Map<string, string>()
  const held = new Set<string>()
  const problems: ReviewProblem[] = []
  const byFeed = Map.groupBy(feeds, ({feed}) => feed.id)
  for (const {cadence, dates} of cadences) {
    const call = callOf(cadence, dates, byFeed, decisions)
    if (!call) continue
    held.add(cadence.id)
    const unpublished = hidden.filter(({feedId}) => feedId === call.feed.id)
    const read = readDates(dates, call, now, new Set(unpublished.map(({startMs}) => startMs)))
    const {silent: off} = read
    for (const [key, silence] of off) silent.set(key, silence)
    for (const [key, event] of read.moved) moved.set(key, event)
    problems.push(...problemsOf(cadence, dates.filter(isReported), off, call))
  }
  return {silent, moved, held, problems}
}

/** The events of a cadence in its own calendar. */
interface Call {
  feed: FeedItem['feed']
  items: FeedItem[]
}

/** Finds the call: the largest set of one feed's events with one lineage or one title that has its dates. */
function callOf(
  cadence: CadenceInput,
  dates: readonly CadenceItem[],
  byFeed: ReadonlyMap<string, readonly FeedItem[]>,
  decisions: Decisions,
): Call | undefined {
  let best: (Call & {held: number}) | undefined
  const [anyDate] = dates
  const verdictOn = (item: FeedItem) => anyDate && decisions.verdictOn(anyDate, item)
  // A named event needs no second date, and its dates can all have been moved.
  const enough = cadence.eventUid ? 1 : enoughDates
  const starts = new Set(dates.flatMap(startsOf))
  for (const [id, items] of byFeed) {
    if (cadence.calendarId && cadence.calendarId !== id) continue
    const matching = items.filter(
      (item) =>
        (isNamed(cadence, item) || starts.has(item.span.startMs) || starts.has(originalMs(item))) &&
        isCallOf(cadence, item, verdictOn(item)),
    )
    for (const keyOf of [baseKey, nameKey]) {
      for (const [key, some] of Map.groupBy(matching, keyOf)) {
        const held = new Set(some.map(originalMs)).size
        if (held < enough || held <= (best?.held ?? 0)) continue
        const [first] = some
        if (first)
          best = {feed: first.feed, items: items.filter((item) => keyOf(item) === key), held}
      }
    }
  }
  return best
}

/** The original start of an event that was moved, if the feed names it. Otherwise its start. */
function originalMs({occurrence, recurrenceMs}: FeedItem): number {
  return lineageOf(occurrence.uid).originalMs ?? recurrenceMs
}

/** Returns the starts of a date: the one that its slot gives, and the one to which it was moved. */
function startsOf({span, originalMs}: CadenceItem): number[] {
  return [originalMs, span.startMs]
}

function baseKey({occurrence}: FeedItem): string {
  return lineageOf(occurrence.uid).base
}

function nameKey({title}: FeedItem): string {
  return titleKey(title)
}

function isNamed({eventUid}: CadenceInput, {occurrence}: FeedItem): boolean {
  if (!eventUid) return false
  return lineageOf(eventUid).base === lineageOf(occurrence.uid).base
}

function isCallOf(
  cadence: CadenceInput,
  item: FeedItem,
  verdict: ReturnType<Decisions['verdictOn']>,
): boolean {
  const {title, joinUrl, feed} = item
  if (cadence.eventUid) return isNamed(cadence, item)
  if (verdict !== undefined) return verdict === 'same'
  const room = roomOf(joinUrl)
  if (room !== undefined && room === roomOf(cadence.joinUrl ?? undefined)) return true
  const relation = compareTitles(cadence.title, title, contextOf(feed.title))
  return relation === 'same' || relation === 'contains'
}

function readDates(
  dates: readonly CadenceItem[],
  {items}: Call,
  now: number,
  hidden: ReadonlySet<number>,
): {silent: Map<string, Silence>; moved: Map<string, string>} {
  const taking = new Set(items.flatMap((item) => [item.span.startMs, originalMs(item)]))
  const starts = items.map(originalMs)
  const first = starts.reduce((least, ms) => Math.min(least, ms), Infinity)
  const last = starts.reduce((most, ms) => Math.max(most, ms), -Infinity)
  const isOver = items.every(({span}) => span.endMs <= now)
  const own = new Set(dates.flatMap(startsOf))
  const extra = items.filter((item) => !own.has(item.span.startMs))
  const reach = reachOf(dates)
  const silent = new Map<string, Silence>()
  const moved = new Map<string, string>()
  const move = (date: CadenceItem, event: FeedItem) => {
    silent.set(date.key, 'moved')
    moved.set(date.key, event.key)
  }
  for (const date of dates) {
    // The editors changed the date, so what the calendar says about it does not matter.
    if (date.change) continue
    const at = date.span.startMs
    // The date may be there, and not for everyone.
    if (at < first || hidden.has(at)) continue
    const changed = items.find((item) => originalMs(item) === at && item.span.startMs !== at)
    if (at > last) {
      // A feed that lists the next months says nothing about what comes after.
      if (isOver) silent.set(date.key, 'ended')
    } else if (changed) {
      move(date, changed)
    } else if (!taking.has(at)) {
      const [nearest] = extra
        .filter((item) => distance(item, at) < reach)
        .toSorted((a, b) => distance(a, at) - distance(b, at) || byKey(a, b))
      if (nearest) move(date, nearest)
      else silent.set(date.key, 'removed')
    }
  }
  return {silent, moved}
}

function distance({span}: FeedItem, at: number): number {
  return Math.abs(span.startMs - at)
}

/** A moved date is nearer to its own date than to the next one, at most a week away. */
function reachOf(dates: readonly CadenceItem[]): number {
  const starts = dates.map(({originalMs}) => originalMs).toSorted((a, b) => a - b)
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? start))
  return gaps.reduce((least, gap) => Math.min(least, gap / 2), 7 * day)
}

function problemsOf(
  {id, title}: CadenceInput,
  dates: readonly CadenceItem[],
  silent: ReadonlyMap<string, Silence>,
  {feed, items}: Call,
): ReviewProblem[] {
  const removed = dates
    .filter(({key}) => silent.get(key) === 'removed')
    .map(({span, slot}) => dateIn(span.startMs, slot.timeZone))
  const problem = {kind: 'review' as const, sources: [id, feed.id]}
  const problems: ReviewProblem[] = []
  if (removed.length > 0) {
    problems.push({
      ...problem,
      code: 'removed-dates',
      dates: removed,
      message: `The calendar "${feed.title}" has no event for "${title}" on ${removed.join(', ')}, although it has its other dates. Visitors see these dates as cancelled. If the meeting takes place, add it to the calendar.`,
    })
  }
  const ended = dates.find(({key}) => silent.get(key) === 'ended')
  if (ended) {
    const lastMs = items.reduce((most, {span}) => Math.max(most, span.startMs), -Infinity)
    const last = dateIn(lastMs, ended.slot.timeZone)
    problems.push({
      ...problem,
      code: 'calendar-ended',
      dates: [last],
      message: `The last event for "${title}" in the calendar "${feed.title}" was on ${last}, but its cadence goes on. Visitors see its dates as to be announced. Renew the event in the calendar, or end the cadence.`,
    })
  }
  return problems
}
