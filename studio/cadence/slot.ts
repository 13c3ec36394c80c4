import {wallClock, weekdayOf, weekdays, type Weekday} from '@touchpoints/calendar/time'
import {type Fields, textOf} from '@touchpoints/schemas/reading'

/** How the dates of a slot repeat, as one choice. */
export const rhythms = ['weekly', 'weekday', 'date', 'businessDay'] as const
export type Rhythm = (typeof rhythms)[number]

/** Fields of a slot to write. `undefined` removes the field. */
export type SlotChange = Readonly<Record<string, unknown>>

/**
 * Returns a new weekly slot. The editor adds its weekday and its time.
 *
 * @param options.timeZone - IANA id
 * @param options.now - UTC instant
 * @example newSlot({timeZone: 'Europe/London', now: '2026-01-06T10:00:00Z'}).startDate // '2026-01-06'
 */
export function newSlot({timeZone, now}: {timeZone: string; now: string}): Fields {
  return {
    _type: 'recurrence',
    frequency: 'weekly',
    interval: 1,
    weekdays: [],
    timeZone,
    startDate: wallClock(now, timeZone).date,
  }
}

export function rhythmOf({frequency, monthlyOn}: Fields): Rhythm {
  if (frequency !== 'monthly') return 'weekly'
  return monthlyOn === 'date' || monthlyOn === 'businessDay' ? monthlyOn : 'weekday'
}

/** Returns the change to another rhythm. It removes what the new rhythm does not have. */
export function changeRhythm(slot: Fields, rhythm: Rhythm): SlotChange {
  const none = {monthlyOn: undefined, ordinals: undefined, dayOffset: undefined}
  const monthly = {frequency: 'monthly', weeks: undefined}
  const days = weekdaysIn(slot)
  if (rhythm === 'weekly') return {frequency: 'weekly', ...none}
  if (rhythm === 'date') return {...monthly, ...none, monthlyOn: 'date', weekdays: []}
  const ordinals = ordinalsIn(slot).length > 0 ? ordinalsIn(slot) : [1]
  if (rhythm === 'businessDay') {
    return {...monthly, ...none, monthlyOn: 'businessDay', ordinals, weekdays: []}
  }
  const start = textOf(slot['startDate'])
  // A date or a business day has no weekday to keep. A weekly slot without one is not finished.
  const keeps = rhythmOf(slot) === 'weekly' || days.length > 0 || start === undefined
  const weekday = keeps ? days : [weekdayOf(start)]
  return {...monthly, monthlyOn: 'weekday', ordinals, weekdays: weekday}
}

/**
 * Returns the change that adds or removes a weekday.
 *
 * A weekly slot that has not begun starts on its first such weekday, so that the start date is a meeting
 * day. A date in the past stays, because intervals are counted from it.
 *
 * @param today - `YYYY-MM-DD` in the zone of the slot
 */
export function toggleWeekday(slot: Fields, day: Weekday, today: string): SlotChange {
  const chosen = weekdaysIn(slot)
  const next = weekdays.filter((each) =>
    each === day ? !chosen.includes(day) : chosen.includes(each),
  )
  const start = textOf(slot['startDate'])
  const movable = rhythmOf(slot) === 'weekly' && (start === undefined || start >= today)
  return {weekdays: next, ...(movable && next.length > 0 && {startDate: firstOn(today, next)})}
}

/**
 * Returns the change that adds or removes a week of the month. They stay in the order of the month.
 *
 * @param options.isPreset - whether the form chose the weeks, and not the editor: another one replaces them
 */
export function toggleOrdinal(
  slot: Fields,
  ordinal: number,
  {isPreset = false}: {isPreset?: boolean} = {},
): SlotChange {
  const chosen = ordinalsIn(slot)
  if (isPreset && !chosen.includes(ordinal)) return {ordinals: [ordinal]}
  const next = chosen.includes(ordinal)
    ? chosen.filter((each) => each !== ordinal)
    : [...chosen, ordinal]
  // Those from the end of the month come last, the last one at the very end.
  const order = (each: number) => (each < 0 ? 100 + each : each)
  return {ordinals: next.toSorted((a, b) => order(a) - order(b))}
}

/** Returns whether a change fills in weeks of the month, of which the slot had none. */
export function presetsOrdinals(slot: Fields, change: SlotChange): boolean {
  return ordinalsIn(slot).length === 0 && ordinalsIn(change).length > 0
}

/** Returns the first date from `from` on that is one of these weekdays. */
function firstOn(from: string, days: readonly Weekday[]): string {
  const start = new Date(`${from}T00:00:00Z`)
  const dates = weekdays.map((_, offset) =>
    new Date(start.getTime() + offset * 86_400_000).toISOString().slice(0, 10),
  )
  return dates.find((date) => days.includes(weekdayOf(date))) ?? from
}

export function weekdaysIn({weekdays: stored}: Fields): Weekday[] {
  return Array.isArray(stored) ? weekdays.filter((day) => stored.includes(day)) : []
}

export function ordinalsIn({ordinals}: Fields): number[] {
  return Array.isArray(ordinals)
    ? ordinals.filter((each: unknown): each is number => typeof each === 'number')
    : []
}
