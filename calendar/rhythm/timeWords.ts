import type {Meaning} from './token.ts'

// "9a" is a time, "9 a week" is not.
const half = '(?:\\s?([ap])(?:\\.?m\\.?|(?<=\\d[ap]))(?![\\p{L}\\p{N}]))?'
/** Matches one time, with its hour, minutes, and a or p of am or pm. */
export const clockPattern = `(\\d{1,2})(?:[:.h](\\d{2}))?${half}`

/** Matches one time or a range of two: "9am", "17:30", "9-10am", "09:00 to 10:00". */
export const timePattern = `${clockPattern}(?:\\s?h(?:rs?|ours)?(?![\\p{L}\\p{N}]))?(?:\\s?(?:-|–|—|to|until|till)\\s?${clockPattern}(?:\\s?h(?:rs?)?(?![\\p{L}\\p{N}]))?)?`

/** Matches four digits without a colon, which are a time only before a zone: "1600 CET". */
export const fourDigits = '([01]\\d|2[0-3])([0-5]\\d)'

interface Clock {
  hour: number
  minute: number
  half: string | undefined
}

/**
 * Returns the meaning of a match of {@link timePattern}, or undefined for a number that is no time.
 *
 * A number needs minutes, or am or pm. In a range, the half of the day of the end also applies to the
 * start: "9-10am". "11-12:30pm" starts in the morning.
 */
export function timeMeaning(groups: readonly (string | undefined)[]): Meaning | undefined {
  const [hour, minute, startHalf, endHour, endMinute, endHalf] = groups
  if (hour === undefined) return undefined
  const start = clockOf(hour, minute, startHalf)
  const end = endHour === undefined ? undefined : clockOf(endHour, endMinute, endHalf)
  const written = minute !== undefined || startHalf !== undefined
  if (!written && (!end || (endMinute === undefined && endHalf === undefined))) return undefined
  if (!end) return single(start)
  if (!start.half && end.half && start.hour <= 12) return rangeMeaning(withHalf(start, end), end)
  return rangeMeaning(
    start,
    end.half || !start.half || end.hour > 12 ? end : withEndHalf(start, end),
  )
}

function single(start: Clock): Meaning {
  const time = minutesOf(start)
  return time === undefined ? {kind: 'impossibleTime'} : {kind: 'time', time: textOf(time)}
}

function rangeMeaning(start: Clock, end: Clock): Meaning {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  if (from === undefined || to === undefined) return {kind: 'impossibleTime'}
  const minutes = (to - from + 1440) % 1440
  if (minutes === 0) return {kind: 'impossibleTime'}
  return {kind: 'time', time: textOf(from), minutes}
}

/** Gives the start the half of the end, or the other half if it would begin after the end. */
function withHalf(start: Clock, end: Clock): Clock {
  const same = {...start, half: end.half}
  const [from = 0, to = 0] = [minutesOf(same), minutesOf(end)]
  return from < to ? same : {...start, half: end.half === 'p' ? 'a' : 'p'}
}

/** "11am-1": the end is the first one after the start. */
function withEndHalf(start: Clock, end: Clock): Clock {
  const same = {...end, half: start.half}
  const [from = 0, to = 0] = [minutesOf(start), minutesOf(same)]
  return to > from ? same : {...end, half: start.half === 'p' ? 'a' : 'p'}
}

function clockOf(hour: string, minute = '00', written: string | undefined): Clock {
  return {hour: Number(hour), minute: Number(minute), half: written?.toLowerCase()}
}

function minutesOf({hour, minute, half: written}: Clock): number | undefined {
  if (minute > 59) return undefined
  if (written === undefined) return hour > 23 ? undefined : hour * 60 + minute
  if (hour < 1 || hour > 12) return undefined
  return ((hour % 12) + (written === 'p' ? 12 : 0)) * 60 + minute
}

function textOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
