import {Temporal} from 'temporal-polyfill'
import {zoneOf} from './zone.ts'
import type {Zone} from './zone.ts'

/** The offsets of one calendar year (UTC): `starts[i]` is the instant from which `offsets[i]` holds. */
interface YearOfOffsets {
  starts: number[]
  offsets: number[]
}

const known = new Map<string, Zone | undefined>()

/** The most names that are remembered, so that a feed with a name a line cannot fill the memory. */
const mostNames = 5000

/**
 * The IANA zone of that name, in any case (`europe/berlin`), or undefined when there is none.
 *
 * Temporal answers for one instant in about 3 µs; a feed asks hundreds of thousands of times. So the
 * transitions of a year are asked for once and then looked up, which takes less than 0.1 µs.
 */
export function ianaZone(name: string): Zone | undefined {
  if (known.has(name)) return known.get(name)
  if (known.size >= mostNames) known.clear()
  const zone = createZone(name)
  known.set(name, zone)
  return zone
}

function createZone(name: string): Zone | undefined {
  // Temporal also takes offsets ('+02:00') for zones; in a TZID they are no IANA name.
  if (!/^[a-z]/i.test(name)) return undefined
  const id = canonicalCase(name)
  if (id === undefined) return undefined
  const years = new Map<number, YearOfOffsets>()
  const offsetAt = (instant: number): number => {
    const year = new Date(instant).getUTCFullYear()
    let offsets = years.get(year)
    if (!offsets) {
      offsets = offsetsOfYear(id, year)
      years.set(year, offsets)
    }
    let at = offsets.starts.length - 1
    while (at > 0 && (offsets.starts[at] ?? 0) > instant) at--
    return offsets.offsets[at] ?? 0
  }
  return zoneOf(offsetAt, id)
}

function canonicalCase(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

function offsetsOfYear(id: string, year: number): YearOfOffsets {
  const first = new Date(0)
  first.setUTCFullYear(year)
  const end = new Date(0)
  end.setUTCFullYear(year + 1)
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    first.getTime(),
  ).toZonedDateTimeISO(id)
  const offsets: YearOfOffsets = {starts: [], offsets: []}
  while (at && at.epochMilliseconds < end.getTime()) {
    offsets.starts.push(at.epochMilliseconds)
    offsets.offsets.push(at.offsetNanoseconds / 1e6)
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}
