import {wallClock} from '@touchpoints/calendar/time'
import {type Fields, itemsOf, textOf} from '@touchpoints/schemas/reading'

/** The date that a cadence gives, which an editor skips or moves. */
export interface GivenDate {
  /** `YYYY-MM-DD` in the zone of the slot. */
  date: string
  /** `HH:MM` of the slot. */
  time: string
  /** IANA id of the zone of the slot. */
  timeZone: string
}

export type DateChange =
  | {kind: 'skipped'; reason: string}
  | {kind: 'moved'; toDate: string; toTime: string; reason: string}

/** Returns the date that the cadence gives for a start, before it was moved. */
export function givenDate(start: string, timeZone: string): GivenDate {
  const {date, time} = wallClock(start, timeZone)
  return {date, time, timeZone}
}

/**
 * Returns the stored exceptions with a change of one date. It replaces an earlier change of that date.
 *
 * @param key - key of the new array item
 * @param options.shared - whether another slot has the same date, so that the exception names its time
 */
export function withChange(
  exceptions: unknown,
  given: GivenDate,
  change: DateChange,
  {key, shared}: {key: string; shared: boolean},
): Fields[] {
  const {date, time} = given
  const reason = change.reason.trim()
  const exception = {
    _key: key,
    _type: 'cadenceException',
    kind: change.kind,
    date,
    ...(shared && {time}),
    ...(change.kind === 'moved' && {
      toDate: change.toDate,
      ...(change.toTime !== '' && change.toTime !== time && {toTime: change.toTime}),
    }),
    ...(reason !== '' && {reason}),
  }
  const rest = withoutChange(exceptions, given)
  return [...rest, exception].toSorted((a, b) => dateText(a).localeCompare(dateText(b)))
}

/** Returns the stored exceptions without those of one date. */
export function withoutChange(exceptions: unknown, {date, time}: GivenDate): Fields[] {
  return itemsOf(exceptions)
    .map(({item}) => item)
    .filter((item) => item['date'] !== date || (textOf(item['time']) ?? time) !== time)
}

function dateText(exception: Fields): string {
  return textOf(exception['date']) ?? ''
}
