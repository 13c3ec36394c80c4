import {type ObservanceLines, readObservance} from './customZone.ts'
import type {Zone} from './zone.ts'

/**
 * Returns whether a VTIMEZONE is a shortened copy of a zone, so that the zone itself is right.
 *
 * Exchange and others write two forms under a Windows name:
 * - Only the changes of one year, without a rule that goes on. The copy agrees with the zone at each of
 *   them, and is wrong in every other year.
 * - Standard and daylight time with the same offset, although the zone changes its clocks. One of the two
 *   offsets must be the zone's.
 *
 * A VTIMEZONE with standard time alone is taken as written: Windows can turn daylight saving time off.
 */
export function isShortened(lines: readonly ObservanceLines[], zone: Zone): boolean {
  const observances = lines.flatMap((each) => readObservance(each) ?? [])
  const [first] = observances
  if (!first || observances.length < 2) return false
  if (observances.every(({offset, before}) => offset === first.offset && before === first.offset)) {
    return offsetsAround(first.dates, zone).includes(first.offset)
  }
  if (observances.some(({rules}) => rules.some(({last}) => last === Infinity))) return false
  return observances.every(({dates, before, offset}) =>
    dates.every((wall) => zone.toWall(wall - before) - (wall - before) === offset),
  )
}

const halfYear = 182 * 86_400_000

function offsetsAround(walls: readonly number[], zone: Zone): number[] {
  // A date of 1601 says nothing about the zone today.
  const recent = Math.max(Date.UTC(2000, 0), ...walls.slice(0, 1))
  return [recent, recent + halfYear].map((instant) => zone.toWall(instant) - instant)
}
