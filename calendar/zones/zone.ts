/**
 * The rules of one time zone, in numbers: `wall` is a local time counted as if it were UTC,
 * `instant` a real one, both in ms since 1970.
 */
export interface Zone {
  /** IANA id to show; absent where the calendar defined a zone of its own, and for UTC. */
  readonly id: string | undefined
  toWall(instant: number): number
  /**
   * A local time that occurs twice is the first of the two; one that is skipped is read with the
   * offset before the gap (RFC 5545 section 3.3.5).
   */
  toInstant(wall: number): number
}

/** A stretch of time, [from, to), in which a zone keeps its offset. All in ms. */
export interface Stretch {
  from: number
  to: number
  offset: number
}

/** UTC, and also what floating times and dates are counted in. */
export const utc: Zone = {
  id: undefined,
  toWall: (instant) => instant,
  toInstant: (wall) => wall,
}

/** Farther apart than any offset from UTC and any shift between two. */
const aDay = 86_400_000

/**
 * Builds a zone from what is known around an instant. The last stretch is kept: the times of one event
 * lie close together, and most of them in one stretch.
 */
export function zoneOf(stretchAt: (instant: number) => Stretch, id: string | undefined): Zone {
  let last: Stretch = {from: 0, to: 0, offset: 0}
  const offsetAt = (instant: number): number => {
    if (instant < last.from || instant >= last.to) last = stretchAt(instant)
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
