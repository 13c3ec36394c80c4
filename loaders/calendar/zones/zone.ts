/**
 * The rules of one time zone, in numbers: `wall` is a local time counted as if it were UTC,
 * `instant` a real one, both in ms since 1970.
 */
export interface Zone {
  /** IANA id to show; absent where the calendar defined a zone of its own, and for UTC. */
  readonly id?: string
  toWall(instant: number): number
  /**
   * A local time that occurs twice is the first of the two; one that is skipped is read with the
   * offset before the gap (RFC 5545 section 3.3.5).
   */
  toInstant(wall: number): number
}

/** UTC, and also what floating times and dates are counted in. */
export const utc: Zone = {toWall: (instant) => instant, toInstant: (wall) => wall}

/** Farther apart than any offset from UTC and any shift between two. */
const aDay = 86_400_000

/** Builds a zone from its offset at an instant. */
export function zoneOf(offsetAt: (instant: number) => number, id?: string): Zone {
  const toInstant = (wall: number): number => {
    const before = offsetAt(wall - aDay)
    const after = offsetAt(wall + aDay)
    if (before === after || offsetAt(wall - before) === before) return wall - before
    return offsetAt(wall - after) === after ? wall - after : wall - before
  }
  const zone = {toWall: (instant: number) => instant + offsetAt(instant), toInstant}
  return id === undefined ? zone : {id, ...zone}
}
