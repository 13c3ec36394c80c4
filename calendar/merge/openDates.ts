import type {CadenceItem, TouchpointItem} from './items.ts'
import type {CadenceDates, OwnCalendars} from './readOwnCalendars.ts'
import {dateIn} from './time.ts'

/** The dates of cadences to show, and the touchpoints with the dates that they fill. */
interface OpenDates {
  cadences: CadenceItem[]
  touchpoints: TouchpointItem[]
}

/**
 * Returns the dates to show: those that no touchpoint of their series fills. A date that its own calendar
 * moved names the event that it became.
 *
 * Past dates of a scheduled series are left out: without a touchpoint, it is unknown whether the series met.
 * A standing series needs no announcement, so its past dates stay, unless its calendar left them out. What an
 * exception of the cadence says about a date is certain, and its calendar can't put it in doubt.
 */
export function openDates(
  cadences: readonly CadenceDates[],
  touchpoints: readonly TouchpointItem[],
  {silent, moved}: Pick<OwnCalendars, 'silent' | 'moved'>,
  now: number | undefined,
): OpenDates {
  const items = new Map<string, CadenceItem>()
  const fills = new Map<TouchpointItem, CadenceItem>()
  const sessionsOf = Map.groupBy(touchpoints, ({touchpoint}) => touchpoint.seriesId ?? '')
  for (const {cadence, dates} of cadences) {
    const filled = datesFilled(dates, sessionsOf.get(cadence.id) ?? [])
    for (const [date, session] of filled) fills.set(session, date)
    for (const item of dates) {
      if (filled.has(item)) continue
      const movedTo = item.change ? undefined : moved.get(item.key)
      if (movedTo !== undefined) {
        items.set(item.key, {...item, movedTo})
        continue
      }
      const silence = item.change ? undefined : silent.get(item.key)
      const isOver = now !== undefined && item.span.endMs <= now
      const isUnknown = isOver && (cadence.meets === 'scheduled' || silence === 'removed')
      if (isUnknown || silence === 'moved') continue
      items.set(item.key, silence === undefined ? item : {...item, silence})
    }
  }
  return {
    cadences: [...items.values()],
    touchpoints: touchpoints.map((session) => {
      const date = fills.get(session)
      return date ? {...session, fills: date} : session
    }),
  }
}

/**
 * Returns the dates that sessions fill, with the session of each. A session fills a date of its day, at any hour, and of several slots
 * on that day the nearest. A moved date is also filled on its original day.
 */
function datesFilled(
  dates: readonly CadenceItem[],
  sessions: readonly TouchpointItem[],
): ReadonlyMap<CadenceItem, TouchpointItem> {
  if (sessions.length === 0) return new Map()
  const zones = new Set(dates.map(({slot}) => slot.timeZone))
  const onDay = new Map<string, CadenceItem[]>()
  for (const date of dates) {
    const {timeZone} = date.slot
    const days = [date.originalMs, date.span.startMs].map((ms) => dayKey(ms, timeZone))
    for (const day of new Set(days)) onDay.set(day, [...(onDay.get(day) ?? []), date])
  }
  const pairs = sessions.flatMap((session) => {
    const {startMs} = session.span
    const near = [...zones].flatMap((zone) => onDay.get(dayKey(startMs, zone)) ?? [])
    return near.map((date) => ({session, date, distance: Math.abs(date.span.startMs - startMs)}))
  })
  const filled = new Map<CadenceItem, TouchpointItem>()
  const used = new Set<TouchpointItem>()
  for (const {session, date} of pairs.toSorted((a, b) => a.distance - b.distance)) {
    if (used.has(session) || filled.has(date)) continue
    used.add(session)
    filled.set(date, session)
  }
  return filled
}

function dayKey(ms: number, timeZone: string): string {
  return `${dateIn(ms, timeZone)} ${timeZone}`
}
