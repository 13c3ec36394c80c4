import type {CalendarProblem, CalendarsProblem} from '../problems.ts'
import {parseInstant} from '../time/index.ts'
import {collectCadences} from './collectCadences.ts'
import {collectFeeds} from './collectFeeds.ts'
import type {Decisions} from './decisions.ts'
import {type OwnCalendars, readOwnCalendars} from './readOwnCalendars.ts'
import type {CadenceInput, FeedSource, TouchpointInput} from './sources.ts'
import {dateIn, day, type Window} from './time.ts'
import type {CadenceItem} from './items.ts'
import {withoutStaleCopies} from './withoutStaleCopies.ts'

/** How far around the window an own calendar is read for the other dates of a call. */
const otherDates = 100 * day
/** How far back an own calendar is read for a call that it held before. */
const longestSilence = 400 * day

interface Sources {
  feeds: readonly FeedSource[]
  cadences: readonly CadenceInput[]
  touchpoints: readonly TouchpointInput[]
  decisions: Decisions
}

/**
 * Returns what the community's own calendars say about the dates of its cadences.
 *
 * @param now - Milliseconds since 1970. Dates before it are not reported. Defaults to the window's start.
 */
export function readSilence(
  {feeds, cadences, touchpoints, decisions}: Sources,
  window: Window,
  now: number = window.from,
): Omit<OwnCalendars, 'held'> {
  const own = feeds.filter((feed) => feed.own)
  if (own.length === 0 || cadences.length === 0)
    return {silent: new Map(), moved: new Map(), problems: []}
  const cancelled = cancelledStarts(touchpoints)
  const near = {...window, from: window.from - otherDates, to: window.to + otherDates}
  const present = readIn(near, cadences)
  const rest = cadences.filter(({id}) => !present.held.has(id))
  if (rest.length === 0) return present
  const past = readIn({...near, from: Math.min(near.from, now - longestSilence)}, rest)
  return {
    silent: new Map([...present.silent, ...past.silent]),
    moved: new Map([...present.moved, ...past.moved]),
    problems: [...present.problems, ...past.problems],
  }

  function readIn(span: Window, some: readonly CadenceInput[]): OwnCalendars {
    const read = collectFeeds(own, span, {now, max: Infinity})
    const cut = new Set(read.problems.map((each) => (isLimit(each) ? each.source : undefined)))
    // A date that a limit left out is not a date that the calendar left out.
    const complete = read.items.filter(({feed, busy}) => !busy && !cut.has(feed.id))
    const {items} = withoutStaleCopies(complete)
    const {cadences: dated} = collectCadences(some, span)
    return readOwnCalendars(dated, items, {now, isReported, decisions, hidden: read.hidden})
  }

  function isReported({span, cadence, slot}: CadenceItem): boolean {
    if (span.endMs <= now || span.startMs < window.from || span.startMs >= window.to) return false
    // A date that an editor cancelled, too, is announced.
    const {timeZone} = slot
    const date = dateIn(span.startMs, timeZone)
    return !(cancelled.get(cadence.id) ?? []).some((ms) => dateIn(ms, timeZone) === date)
  }
}

function isLimit(problem: CalendarsProblem): problem is CalendarProblem {
  return problem.kind === 'calendar' && problem.code === 'limit'
}

/** Returns the starts of cancelled sessions, by the id of their series. */
function cancelledStarts(touchpoints: readonly TouchpointInput[]): Map<string, number[]> {
  const starts = new Map<string, number[]>()
  for (const {seriesId, status, start} of touchpoints) {
    const ms = parseInstant(start)
    if (!seriesId || status !== 'cancelled' || ms === undefined) continue
    starts.set(seriesId, [...(starts.get(seriesId) ?? []), ms])
  }
  return starts
}
