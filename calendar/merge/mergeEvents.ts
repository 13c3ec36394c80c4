import {isTimeZone, parseInstant} from '../time/index.ts'
import type {FeedProblem, CalendarsProblem} from '../problems.ts'
import {resolveFields, type ResolvedEvent} from './resolveFields.ts'
import {checkSources} from './checkSources.ts'
import {collectCadences} from './collectCadences.ts'
import {collectFeeds} from './collectFeeds.ts'
import {collectTouchpoints} from './collectTouchpoints.ts'
import {decisionsOfCadences, readDecisions} from './decisions.ts'
import {findDeadLinks} from './findDeadLinks.ts'
import {findDisagreements} from './findDisagreements.ts'
import {findJoins} from './findJoins.ts'
import {findResemblances} from './findResemblances.ts'
import type {Items} from './items.ts'
import {joinItems, type JoinedItems} from './joinItems.ts'
import {limitEvents} from './limitEvents.ts'
import {limitTexts} from './limitTexts.ts'
import type {MergedEvent} from './mergedEvent.ts'
import {nextChange} from './nextChange.ts'
import {openDates} from './openDates.ts'
import {readSilence} from './readSilence.ts'
import {withoutStaleCopies} from './withoutStaleCopies.ts'
import type {EventSource, FailedFeedSource, TouchpointInput} from './sources.ts'
import {maxTimeDifference, instant, overlaps, type Window} from './time.ts'

/** Options of `mergeEvents`. */
export interface MergeOptions {
  /** UTC instant (ISO 8601) or Date, inclusive. */
  from: string | Date
  /** UTC instant (ISO 8601) or Date, exclusive. */
  to: string | Date
  /** IANA id of the zone in which dates and floating times are compared with the window. Defaults to UTC. */
  timeZone?: string
  /**
   * The current time. If set, past dates of a scheduled series without a touchpoint are left out, and the result
   * has `nextChangeAt`.
   */
  now?: string | Date
  /**
   * Maximum number of events. Events of editors come first, then the next events of each feed, the same
   * number for each. What is left out is reported as a `limit` problem for each feed.
   */
  limit?: number
}

/** The result of `mergeEvents`. */
export interface MergeResult {
  /** Events that overlap [from, to), sorted by start. */
  events: MergedEvent[]
  problems: CalendarsProblem[]
  /** Number of events that `limit` left out. Absent when none. */
  omitted?: number
  /**
   * UTC instant at which the same call returns a different result.
   *
   * That happens when an event starts, ends, leaves the window or enters it, if the window moves along
   * with `now`. If you move the window in steps (a page for each day), use the earlier of this and your
   * next step. Absent without `now`, and when nothing changes for a year.
   */
  nextChangeAt?: string
}

/**
 * Merges feeds, touchpoints and cadences into one calendar in which each meeting appears once.
 *
 * Two sources describe the same event in these cases:
 * - A touchpoint names the UID of a feed event.
 * - An editor decided that they are one meeting, and they start within two hours of each other.
 * - Two feeds have the same UID and recurrence.
 * - Both start at the same instant, and have the same join link or nearly the same title.
 *
 * Two events of one feed are never merged, nor two meetings that an editor decided to be different. docs/calendars.md lists which source wins for each field,
 * and which differences are problems. The result does not depend on the order of the sources.
 *
 * @throws RangeError when `from`, `to`, `now` or `timeZone` is invalid
 * @throws OptionError for a source that is none
 * @example
 * mergeEvents(
 *   [{kind: 'feed', id: 'todo', title: 'TODO', own: true, calendar: parseCalendar(text)},
 *    {kind: 'touchpoints', touchpoints}],
 *   {from: '2024-03-20T00:00:00Z', to: '2024-06-20T00:00:00Z', now: '2024-03-20T00:00:00Z'},
 * )
 */
export function mergeEvents(sources: readonly EventSource[], options: MergeOptions): MergeResult {
  checkSources(sources)
  const window = windowOf(options)
  const now = options.now === undefined ? undefined : milliseconds('now', options.now)
  const {limit = Infinity} = options
  const limits = {now, max: limit * itemsPerEvent}
  const {resolved, dropped, problems} = merge(sources, window, limits)
  const limited = limitEvents(resolved, limit, now)
  const omitted = dropped + limited.dropped.length
  const result = {
    events: limitTexts(
      limited.kept.map(({event}) => event),
      limit,
    ),
    problems: [...failures(sources), ...oneLimitEach([...problems, ...limited.problems])].sort(
      byText,
    ),
    ...(omitted > 0 && {omitted}),
  }
  if (now === undefined) return result
  const beyond = (later: Window) =>
    maySomethingStart(sources, later, limits) ? merge(sources, later, limits).resolved : []
  const at = nextChange(resolved, window, now, beyond)
  return at === undefined ? result : {...result, nextChangeAt: instant(at)}
}

/** How many items of feeds are compared for each event of a limited result. */
const itemsPerEvent = 4

interface MergeLimits {
  now: number | undefined
  /** Maximum number of items of feeds. */
  max: number
}

function merge(sources: readonly EventSource[], window: Window, limits: MergeLimits) {
  const {now} = limits
  // A meeting may have been moved into or out of the window.
  const wide = {...window, from: window.from - maxTimeDifference, to: window.to + maxTimeDifference}
  const ofKind = sourcesByKind(sources)
  const touchpoints = collectTouchpoints(ofKind.touchpoints, wide)
  const collected = {...limits, namedUids: namedUids(ofKind.touchpoints)}
  const feeds = collectFeeds(ofKind.feeds, wide, collected)
  const current = withoutStaleCopies(feeds.items)
  const cadences = collectCadences(ofKind.cadences, wide)
  const decisions = readDecisions([...ofKind.decisions, ...decisionsOfCadences(ofKind.cadences)])
  const own = readSilence({...ofKind, decisions}, window, now)
  const dates = openDates(cadences.cadences, touchpoints.items, own, now)
  const items: Items = {feeds: current.items, ...dates}
  const all = [...items.touchpoints, ...items.feeds, ...items.cadences]
  const matches = findJoins({...items, feeds: items.feeds.filter(({busy}) => !busy)}, decisions)
  const joined = joinItems(all, matches.candidates, decisions)
    .filter((each) => !isLeftBehind(each))
    .map(resolveFields)
    .filter(({span}) => overlaps(span, window))
    .sort(byTime)
  const alike = findResemblances(joined, matches.resemblances, {
    decisions,
    cadences: new Set(ofKind.cadences.map(({id}) => id)),
  })
  const resolved = joined.map((each) => {
    const lookalikes = alike.lookalikes.get(each.event)
    return lookalikes ? {...each, event: {...each.event, lookalikes}} : each
  })
  const allFeedsRead = ofKind.failed.length === 0
  const problems = [
    ...[touchpoints, feeds, current, cadences, own, matches].flatMap((each) => each.problems),
    ...resolved.flatMap(findDisagreements),
    ...alike.problems,
    ...(allFeedsRead && ofKind.feeds.length > 0
      ? findDeadLinks(resolved, now, new Set(feeds.hidden.map(({uid}) => uid)))
      : []),
  ]
  const dropped = feeds.dropped.filter(({span}) => overlaps(span, window)).length
  return {resolved, dropped, problems}
}

/** Returns whether this is a date that its calendar moved, without the event that it became. */
function isLeftBehind({items: [item, ...others]}: JoinedItems): boolean {
  return others.length === 0 && item?.kind === 'cadence' && item.movedTo !== undefined
}

/**
 * Returns whether any source has an item that starts in the window.
 *
 * Otherwise no event starts there either, and a second merge, which costs as much as the first, is not
 * needed. Usually the next change is within the hour.
 */
function maySomethingStart(
  sources: readonly EventSource[],
  window: Window,
  limits: MergeLimits,
): boolean {
  const ofKind = sourcesByKind(sources)
  const items = [
    ...collectTouchpoints(ofKind.touchpoints, window).items,
    ...collectFeeds(ofKind.feeds, window, {...limits, namedUids: namedUids(ofKind.touchpoints)})
      .items,
    ...collectCadences(ofKind.cadences, window).cadences.flatMap(({dates}) => dates),
  ]
  return items.some(({span}) => span.startMs >= window.from)
}

function namedUids(touchpoints: readonly TouchpointInput[]): ReadonlySet<string> {
  return new Set(touchpoints.flatMap(({eventUid}) => eventUid ?? []))
}

function sourcesByKind(sources: readonly EventSource[]) {
  return {
    feeds: sources.filter((source) => source.kind === 'feed'),
    failed: sources.filter((source) => source.kind === 'failed-feed'),
    touchpoints: sources.flatMap((each) => (each.kind === 'touchpoints' ? each.touchpoints : [])),
    cadences: sources.flatMap((each) => (each.kind === 'cadences' ? each.cadences : [])),
    decisions: sources.flatMap((each) => (each.kind === 'decisions' ? each.decisions : [])),
  }
}

function failures(sources: readonly EventSource[]): FeedProblem[] {
  return sources
    .filter((source): source is FailedFeedSource => source.kind === 'failed-feed')
    .map(({id, code, message}) => ({kind: 'feed', source: id, code, message}))
}

/** Returns the problems with one `limit` problem for each feed: the first, which has the cause. */
function oneLimitEach(problems: readonly CalendarsProblem[]): CalendarsProblem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    if (problem.kind !== 'calendar' || problem.code !== 'limit') return true
    const source = problem.source ?? ''
    if (seen.has(source)) return false
    seen.add(source)
    return true
  })
}

function windowOf({from, to, timeZone = 'UTC'}: MergeOptions): Window {
  if (!isTimeZone(timeZone)) {
    throw new RangeError(
      `mergeEvents: timeZone "${timeZone}" is not an IANA time zone. Use a name such as Europe/Madrid.`,
    )
  }
  return {from: milliseconds('from', from), to: milliseconds('to', to), timeZone}
}

function milliseconds(name: string, value: string | Date): number {
  const ms = parseInstant(value, {offset: true})
  if (ms !== undefined) return ms
  throw new RangeError(
    `mergeEvents: ${name} "${String(value)}" is not an instant. Use a Date, or ISO 8601 such as 2024-03-20T00:00:00Z.`,
  )
}

function byTime(a: ResolvedEvent, b: ResolvedEvent): number {
  return (
    a.span.startMs - b.span.startMs ||
    a.span.endMs - b.span.endMs ||
    (a.event.id < b.event.id ? -1 : 1)
  )
}

/** Compares by content, so that the order does not depend on the order of the sources. */
function byText(a: CalendarsProblem, b: CalendarsProblem): number {
  const left = JSON.stringify(a)
  const right = JSON.stringify(b)
  return left < right ? -1 : left > right ? 1 : 0
}
