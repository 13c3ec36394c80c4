import {Temporal} from 'temporal-polyfill'
import {zoneOf} from './zone.ts'
import type {Stretch, Zone} from './zone.ts'

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
  const id = canonicalName(name)
  if (id === undefined) return undefined
  const years = new Map<number, Stretch[]>()
  return zoneOf((instant) => {
    const year = new Date(instant).getUTCFullYear()
    const stretches = years.get(year) ?? stretchesOf(id, year)
    years.set(year, stretches)
    return stretches.find(({to}) => instant < to) ?? {from: instant, to: instant, offset: 0}
  }, id)
}

function canonicalName(name: string): string | undefined {
  // Temporal also takes offsets ('+02:00') for zones; in a TZID they are no IANA name.
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** The stretches of one calendar year (UTC), in order. */
function stretchesOf(id: string, year: number): Stretch[] {
  const end = startOfYear(year + 1)
  const stretches: Stretch[] = []
  let from = startOfYear(year)
  while (from < end) {
    const at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id)
    const next = at.getTimeZoneTransition('next')?.epochMilliseconds ?? end
    stretches.push({from, to: Math.min(next, end), offset: at.offsetNanoseconds / 1e6})
    from = next
  }
  return stretches
}

function startOfYear(year: number): number {
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year)
}
