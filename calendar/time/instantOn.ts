import {Temporal} from 'temporal-polyfill'

/**
 * Returns the UTC instant of a time on a date of a zone. In a gap, it is read with the offset before the gap;
 * in an overlap, it is the earlier one.
 */
export function instantOn(date: string, time: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString()
}
