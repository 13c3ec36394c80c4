import {type CadenceDate, cadenceDates, wallClock, weekdays} from '@touchpoints/calendar/time'
import {addDays, datesIn} from '@touchpoints/words/dates'

import {type GivenDate, givenDate} from '../cadence/exceptions.ts'
import {filledDates} from '../series/nextSession.ts'
import type {Person, SeasonFacts, SeasonGroup, SeasonSeries, SeasonSession} from './readSeason.ts'

/** A cadence date behind an item, which an exception can skip or move. */
export interface SlotDate extends GivenDate {
  /** Whether another slot has the same date. */
  shared: boolean
}

interface ItemTime {
  /** Stable while the plan changes: the id of the session, or the series with the date that its cadence gives. */
  key: string
  series?: SeasonSeries | undefined
  /** UTC instant. */
  start: string
  minutes: number
  /** IANA id. */
  timeZone: string
  /** `YYYY-MM-DD` in `timeZone`. */
  date: string
  /** `HH:MM` in `timeZone`. */
  time: string
  /** Index of the week. */
  week: number
  isPast: boolean
  /** Guests and moderators of the session, and who has a role in the group on that date. */
  people: readonly Person[]
  /** The cadence date. Absent for a session on a day without one. */
  slot?: SlotDate | undefined
  /** Present if the cadence moved the date. */
  moved?: {from: string; reason?: string} | undefined
}

/** What is on one date of a series. */
export type SeasonItem = ItemTime &
  (
    | {kind: 'session'; session: SeasonSession}
    /** A cadence date that needs a session and has none. */
    | {kind: 'open'; series: SeasonSeries; slot: SlotDate}
    /** A date of a series that meets on each date. */
    | {kind: 'standing'; series: SeasonSeries; slot: SlotDate}
    | {kind: 'skipped'; series: SeasonSeries; slot: SlotDate; reason?: string | undefined}
  )

export interface SeasonWeek {
  /** `YYYY-MM-DD`, a Monday. */
  monday: string
  sunday: string
  isCurrent: boolean
}

export interface SeasonRow {
  id: string
  title: string
  /** Absent for sessions of a series that does not exist. */
  series?: SeasonSeries | undefined
  /** Each lane has one item at most for each week, by the index of the week. */
  lanes: readonly (readonly (SeasonItem | undefined)[])[]
  /** The break of each week that has one: its reason, or "Break". */
  breaks: readonly (string | undefined)[]
  /** Why the row has no dates. */
  problem?: string | undefined
}

export interface SeasonGrid {
  weeks: readonly SeasonWeek[]
  groups: readonly {id: string; title: string; rows: readonly SeasonRow[]}[]
  /** The items of all rows, in the order of the rows. */
  items: readonly SeasonItem[]
}

export interface GridOptions {
  /** `YYYY-MM-DD`, a Monday. */
  monday: string
  /** Number of weeks. */
  weeks: number
  /** UTC instant. */
  now: string
  /** IANA id of the zone that decides which week is the current one. */
  timeZone: string
  /** Title of the group of series that belong to the whole community. */
  communityTitle: string
}

/**
 * Arranges the dates of all series in a grid: a row for each series, a column for each week.
 *
 * Columns are weeks because 26 of them fit beside each other on a laptop, and most series meet once a week or
 * less. A series with several dates in a week has several lanes. A date is in the week of its local date.
 *
 * Series that have ended, and have no sessions in these weeks, are left out.
 */
export function seasonGrid(facts: SeasonFacts, options: GridOptions): SeasonGrid {
  const weeks = weeksOf(options)
  const known = new Set(facts.series.map(({id}) => id))
  const withoutSeries = facts.sessions.filter(({seriesId}) => !known.has(seriesId ?? ''))
  const rows = facts.series.flatMap((series) => rowOf(series, weeks, options) ?? [])
  const byGroup = Map.groupBy(rows, ({series}) => series?.group?.id ?? '')
  const groups = [...byGroup]
    .map(([id, its]) => ({
      id,
      title: its[0]?.series?.group?.title ?? options.communityTitle,
      rows: its,
    }))
    // The community's own series come first.
    .toSorted((a, b) => Number(a.id !== '') - Number(b.id !== '') || a.title.localeCompare(b.title))
  const strays = withoutSeries
    .map((session) => sessionItem(session, {options}))
    .filter(({week}) => isWithin(week, options))
  if (strays.length > 0) {
    const row = {id: 'none', title: 'Series not found', lanes: lanesOf(strays), breaks: []}
    groups.push({id: 'none', title: 'Without a series', rows: [row]})
  }
  return {weeks, groups, items: groups.flatMap((group) => group.rows.flatMap(itemsOfRow))}
}

/** Returns the Monday of the week of an instant, as `YYYY-MM-DD`. */
export function mondayOf(instant: string, timeZone: string): string {
  const {date, weekday} = wallClock(instant, timeZone)
  return addDays(date, -weekdays.indexOf(weekday))
}

/** Returns the UTC instants between which all items of the weeks start, in any zone. */
export function seasonWindow({monday, weeks}: {monday: string; weeks: number}) {
  return {
    from: `${addDays(monday, -1)}T00:00:00Z`,
    to: `${addDays(monday, weeks * 7 + 1)}T00:00:00Z`,
  }
}

export function itemsOfRow({lanes}: SeasonRow): SeasonItem[] {
  return lanes.flatMap((lane) => lane.filter((item) => item !== undefined))
}

function weeksOf({monday, weeks, now, timeZone}: GridOptions): SeasonWeek[] {
  const current = mondayOf(now, timeZone)
  return Array.from({length: weeks}, (_, index) => {
    const first = addDays(monday, index * 7)
    return {monday: first, sunday: addDays(first, 6), isCurrent: first === current}
  })
}

function rowOf(
  series: SeasonSeries,
  weeks: readonly SeasonWeek[],
  options: GridOptions,
): SeasonRow | undefined {
  const {dates, problem} = datesOf(series, options)
  const items = itemsOf(series, dates, options).filter(({week}) => isWithin(week, options))
  if (series.lifecycle === 'ended' && items.length === 0) return undefined
  return {
    id: series.id,
    title: series.title,
    series,
    lanes: lanesOf(items),
    breaks: weeks.map((week) => breakIn(series, week)),
    ...(problem !== undefined && {problem}),
  }
}

/** Returns the dates of the cadence with those that are skipped. A series that pauses or has ended has none. */
function datesOf(
  {cadence, lifecycle, problem}: SeasonSeries,
  options: GridOptions,
): {dates: CadenceDate[]; problem?: string | undefined} {
  if (!cadence || lifecycle !== 'active') return {dates: [], problem}
  try {
    return {dates: cadenceDates(cadence, {...seasonWindow(options), skipped: 'include'})}
  } catch (error) {
    return {dates: [], problem: error instanceof RangeError ? error.message : String(error)}
  }
}

function itemsOf(
  series: SeasonSeries,
  dates: readonly CadenceDate[],
  options: GridOptions,
): SeasonItem[] {
  const {sessions} = series
  const held = dates.filter(({change}) => change?.kind !== 'skipped')
  const filled = filledDates(
    sessions.map(({start}) => start),
    held,
  )
  // Of several sessions that fill one date, the first one has it.
  const dateOf = new Map<string, CadenceDate>()
  const used = new Set<string>()
  for (const session of sessions) {
    const date = held.find(({start}) => start === filled.get(session.start))
    if (!date || used.has(date.start)) continue
    used.add(date.start)
    dateOf.set(session.id, date)
  }
  const slots = slotDates(dates)
  const ofSessions = sessions.map((session) => {
    const date = dateOf.get(session.id)
    return sessionItem(session, {series, date, slot: date && slots.get(date), options})
  })
  const ofDates = dates
    .filter(({start, change}) => change?.kind === 'skipped' || !used.has(start))
    .flatMap((date) => {
      const slot = slots.get(date)
      return slot ? [dateItem(series, date, slot, options)] : []
    })
  return [...ofSessions, ...ofDates]
}

function slotDates(dates: readonly CadenceDate[]): ReadonlyMap<CadenceDate, SlotDate> {
  const given = dates.map(({start, slot, change}) =>
    givenDate(change?.kind === 'moved' ? change.from : start, slot.timeZone),
  )
  const count = Map.groupBy(given, ({date}) => date)
  return new Map(
    dates.flatMap((date, index) => {
      const own = given[index]
      return own ? [[date, {...own, shared: (count.get(own.date)?.length ?? 0) > 1}] as const] : []
    }),
  )
}

interface SessionContext {
  series?: SeasonSeries | undefined
  date?: CadenceDate | undefined
  slot?: SlotDate | undefined
  options: GridOptions
}

function sessionItem(
  session: SeasonSession,
  {series, date, slot, options}: SessionContext,
): SeasonItem {
  const {start, minutes, timeZone} = session
  const clock = wallClock(start, timeZone)
  return {
    kind: 'session',
    key: session.id,
    series,
    session,
    start,
    minutes,
    timeZone,
    date: clock.date,
    time: clock.time,
    week: weekOf(clock.date, options),
    isPast: isPast(start, options),
    people: unique([...session.people, ...holders(series?.group, clock.date)]),
    slot,
    moved: movedFrom(date),
  }
}

function dateItem(
  series: SeasonSeries,
  date: CadenceDate,
  slot: SlotDate,
  options: GridOptions,
): SeasonItem {
  const {start, change} = date
  const {timeZone} = slot
  const clock = wallClock(start, timeZone)
  const base = {
    key: `${series.id} ${slot.date} ${slot.time} ${timeZone}`,
    series,
    slot,
    start,
    minutes: series.minutes ?? defaultMinutes,
    timeZone,
    date: clock.date,
    time: clock.time,
    week: weekOf(clock.date, options),
    isPast: isPast(start, options),
    people: unique(holders(series.group, clock.date)),
    moved: movedFrom(date),
  }
  if (change?.kind === 'skipped') return {...base, kind: 'skipped', reason: change.reason}
  return {...base, kind: series.needsSessions ? 'open' : 'standing'}
}

/** As `nextSession` uses for a series without a usual length and without sessions. */
const defaultMinutes = 60

function movedFrom(date: CadenceDate | undefined) {
  return date?.change?.kind === 'moved' ? date.change : undefined
}

function holders(group: SeasonGroup | undefined, date: string): Person[] {
  return (group?.roles ?? [])
    .filter(({from, to}) => (from ?? date) <= date && date <= (to ?? date))
    .map(({id, name}) => ({id, name}))
}

function unique(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

function weekOf(date: string, {monday}: GridOptions): number {
  return Math.floor((Date.parse(date) - Date.parse(monday)) / (7 * dayMs))
}

const dayMs = 86_400_000

function isWithin(week: number, {weeks}: GridOptions): boolean {
  return week >= 0 && week < weeks
}

function isPast(start: string, {now}: GridOptions): boolean {
  return Date.parse(start) < Date.parse(now)
}

/** Returns as many lanes as the fullest week has items, at least one. */
function lanesOf(items: readonly SeasonItem[]): (SeasonItem | undefined)[][] {
  const byWeek = Map.groupBy(
    items.toSorted((a, b) => a.start.localeCompare(b.start)),
    ({week}) => week,
  )
  const height = Math.max(1, ...[...byWeek.values()].map(({length}) => length))
  const last = Math.max(-1, ...byWeek.keys())
  return Array.from({length: height}, (_, lane) =>
    Array.from({length: last + 1}, (__, week) => byWeek.get(week)?.[lane]),
  )
}

function breakIn({cadence, lifecycle}: SeasonSeries, {monday, sunday}: SeasonWeek) {
  if (lifecycle !== 'active') return undefined
  const pause = cadence?.breaks.find(({from, to}) => from <= sunday && to >= monday)
  if (!pause) return undefined
  const {from, to, reason} = pause
  const dates = datesIn('en')
  const span =
    from === to ? dates.shortDate(from) : `${dates.shortDate(from)} to ${dates.shortDate(to)}`
  return `${reason || 'Break'}, ${span}`
}
