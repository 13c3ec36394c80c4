/**
 * The offset rules of one time zone.
 *
 * Both numbers are in ms since 1970: `wall` is a local time counted as if it were UTC, `instant` is a
 * real instant.
 */
export interface Zone {
  /** IANA id to show. Undefined for UTC and for a zone that the calendar defines itself. */
  readonly id: string | undefined
  toWall(instant: number): number
  /**
   * Converts a local time. If it occurs twice, the first is used. If it is skipped, it is read with the
   * offset before the gap (RFC 5545 section 3.3.5).
   */
  toInstant(wall: number): number
}

/** A period [from, to) in which a zone has one offset. All in ms. */
export interface OffsetPeriod {
  from: number
  to: number
  offset: number
}

/** UTC, also used for floating times and dates. */
export const utc: Zone = {
  id: undefined,
  toWall: (instant) => instant,
  toInstant: (wall) => wall,
}

/** Longer than any offset from UTC and any change of offset. */
const aDay = 86_400_000

/**
 * Creates a zone from a function that returns the offset period around an instant.
 *
 * The last period is cached, because the times of one event are close together and mostly in one
 * period.
 */
export function zoneOf(periodAt: (instant: number) => OffsetPeriod, id: string | undefined): Zone {
  let last: OffsetPeriod = {from: 0, to: 0, offset: 0}
  const offsetAt = (instant: number): number => {
    if (instant < last.from || instant >= last.to) last = periodAt(instant)
    return last.offset
  }
  return {
    id,
    toWall: (instant) => instant + offsetAt(instant),
    toInstant: (wall) => {
      if (wall - aDay >= last.from && wall + aDay < last.to) return wall - last.offset
      const before = offsetAt(wall - aDay)
      const after = offsetAt(wall + aDay)
      if (before === after || offsetAt(wall - before) === before) return wall - before
      return offsetAt(wall - after) === after ? wall - after : wall - before
    },
  }
}
