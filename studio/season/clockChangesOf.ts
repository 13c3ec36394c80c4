import {wallClock} from '@touchpoints/calendar/time'
import {addDays, datesIn} from '@touchpoints/words/dates'

import type {Place} from '../schedule/sessionTimes.ts'

export interface ClockChangesRequest {
  /** IANA ids of the zones in which series meet. */
  zones: readonly string[]
  /** Where people take part. */
  places: readonly Place[]
  /** Mondays of the weeks, `YYYY-MM-DD`, each a week after the one before. */
  mondays: readonly string[]
}

/** The places of the community that meet at another local time than in the week before, or than usual. */
export interface ClockWeek {
  /** The zones in which clocks change after the Friday of the week before, until this week's Friday. */
  changes: readonly ClockChange[]
  shifts: readonly ClockShift[]
}

export interface ClockChange {
  /** IANA id. */
  timeZone: string
  /** `YYYY-MM-DD`: the first local day with the new time. */
  date: string
  /** Positive if the clocks go forward. */
  minutes: number
}

export interface ClockShift {
  /** IANA id of the zone in which the meeting keeps its local time. */
  zone: string
  place: Place
  /** How much later the meetings begin on the clocks of the place. Negative means earlier. */
  minutes: number
  /** `change`: compared with the week before. `between`: still, compared with the weeks before that change. */
  kind: 'change' | 'between'
}

/**
 * Returns the weeks in which the clocks of some places have changed and those of others have not, by the index
 * of the week.
 *
 * A meeting keeps the local time of its own zone. In other places it moves when the clocks of only one of both
 * change: New York meets an hour later than usual while it has summer time and London does not. A difference
 * that lasts for longer than `maxBetween` weeks is the usual one, such as that of winter.
 *
 * Weeks are compared on their Fridays, 12:00 UTC. Most clocks change on a Sunday, and then the meetings of the
 * next week are the first ones that move.
 *
 * @example clockChangesOf({zones: ['Europe/London'], places: [newYork], mondays}).get(9)?.shifts[0]?.minutes // 60
 */
export function clockChangesOf({
  zones,
  places,
  mondays,
}: ClockChangesRequest): ReadonlyMap<number, ClockWeek> {
  const [first] = mondays
  if (first === undefined) return new Map()
  const fridays = Array.from({length: mondays.length + 2 * margin}, (_, index) =>
    addDays(first, (index - margin) * 7 + 4),
  )
  const offsets = new Map(
    [...new Set([...zones, ...places.map(({timeZone}) => timeZone)])].map((zone) => [
      zone,
      fridays.map((friday) => offsetOn(friday, zone)),
    ]),
  )
  const shifts = zones.flatMap((zone) =>
    places.flatMap((place) => {
      const own = offsets.get(zone) ?? []
      const its = offsets.get(place.timeZone) ?? []
      return shiftsIn(its.map((offset, index) => offset - (own[index] ?? 0))).map((shift) => ({
        week: shift.index - margin,
        shift: {zone, place, minutes: shift.minutes, kind: shift.kind},
      }))
    }),
  )
  const shiftsByWeek = Map.groupBy(shifts, ({week}) => week)
  const weeks = mondays.flatMap((_, week) => {
    const its = shiftsByWeek.get(week)
    if (!its) return []
    const changes = [...offsets].flatMap(([zone, values]) =>
      changeIn(zone, values, fridays, week + margin),
    )
    return [[week, {changes, shifts: its.map(({shift}) => shift)}] as const]
  })
  return new Map(weeks)
}

/** The longest time between two changes that belong together: those of New York and London are 3 weeks apart. */
const maxBetween = 5
/** Weeks before and after, so that a difference at an edge is known to be short. */
const margin = maxBetween + 1

interface Shift {
  index: number
  minutes: number
  kind: ClockShift['kind']
}

/** Returns the weeks in which a difference changes, and those in which it is another one for a short time. */
function shiftsIn(differences: readonly number[]): Shift[] {
  const shifts: Shift[] = []
  let usual = differences[0] ?? 0
  let since = 0
  differences.forEach((difference, index) => {
    const before = differences[index - 1] ?? difference
    if (difference !== before) {
      since = index
      shifts.push({index, minutes: difference - before, kind: 'change'})
    } else if (difference !== usual) {
      const next = differences.findIndex((each, later) => later > index && each !== difference)
      const isShort = next !== -1 && next - since <= maxBetween
      if (isShort) shifts.push({index, minutes: difference - usual, kind: 'between'})
      else usual = difference
    }
  })
  return shifts
}

function changeIn(
  timeZone: string,
  offsets: readonly number[],
  fridays: readonly string[],
  index: number,
): ClockChange[] {
  const [before, after, last] = [offsets[index - 1], offsets[index], fridays[index - 1]]
  if (before === undefined || after === undefined || last === undefined || before === after)
    return []
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => addDays(last, day))
  const date = days.find((day) => offsetOn(day, timeZone) !== before)
  return [{timeZone, date: date ?? addDays(last, 7), minutes: after - before}]
}

/** Returns the offset from UTC at noon UTC, in minutes. */
function offsetOn(date: string, timeZone: string): number {
  const {offset} = wallClock(`${date}T12:00:00Z`, timeZone)
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/**
 * Writes what changes in a week, one sentence for each change of clocks, and for zones and places that are alike.
 *
 * @example clockSentences(week)[1] // 'Meetings in London time: New York meets an hour later.'
 */
export function clockSentences({changes, shifts}: ClockWeek): string[] {
  const dates = datesIn('en')
  const ofChanges = changes.map(
    ({timeZone, date, minutes}) =>
      `${dates.zonePlace(timeZone)}: clocks go ${minutes > 0 ? 'forward' : 'back'} on ${dates.shortDay(`${date}T12:00:00Z`, 'UTC')}.`,
  )
  const ofZones = [
    ...Map.groupBy(shifts, ({zone, minutes, kind}) => `${zone} ${minutes} ${kind}`).values(),
  ].flatMap((its) => {
    const [first] = its
    const names = dates.list([...new Set(its.map(({place}) => place.name))])
    return first ? [{...first, names, isOne: its.length === 1}] : []
  })
  const alike = Map.groupBy(ofZones, ({names, minutes, kind}) => `${names} ${minutes} ${kind}`)
  const ofShifts = [...alike.values()].flatMap((its) => {
    const [first] = its
    if (!first) return []
    const {names, minutes, kind, isOne} = first
    const zones = dates.list(its.map(({zone}) => dates.zonePlace(zone)))
    const verb = `${kind === 'between' ? 'still ' : ''}${isOne ? 'meets' : 'meet'}`
    const direction = minutes > 0 ? 'later' : 'earlier'
    return [`Meetings in ${zones} time: ${names} ${verb} ${amount(minutes)} ${direction}.`]
  })
  return [...ofChanges, ...ofShifts]
}

function amount(minutes: number): string {
  const size = Math.abs(minutes)
  if (size === 60) return 'an hour'
  return datesIn('en').duration(size * 60)
}
