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
  const stretchesOfYear = (year: number): Stretch[] => {
    const known = years.get(year)
    if (known) return known
    const stretches =
      year > lastOwnYear ? later(stretchesOfYear(alike(year)), year) : stretchesOf(id, year)
    years.set(year, stretches)
    return stretches
  }
  return zoneOf((instant) => {
    const year = yearOf(instant)
    const stretch = stretchesOfYear(year).find(({to}) => instant < to)
    return stretch ?? {from: instant, to: instant, offset: 0}
  }, id)
}

/** The IANA database has no change of offset before. */
const firstYear = 1800
const lastYear = 10_001
/** From here on all zones keep yearly rules, so years that begin on the same weekday are alike. */
const lastOwnYear = 2100

/** Within the years that dates can be written in, and a little beyond. */
function yearOf(instant: number): number {
  const year = new Date(instant).getUTCFullYear()
  if (Number.isNaN(year)) return instant < 0 ? firstYear : lastYear
  return Math.min(lastYear, Math.max(firstYear, year))
}

/** The last year before `lastOwnYear` with the same weekdays. */
function alike(year: number): number {
  const shape = (of: number): number => new Date(startOfYear(of)).getUTCDay() * 400 + daysIn(of)
  let own = lastOwnYear - 1
  while (shape(own) !== shape(year)) own--
  return own
}

function daysIn(year: number): number {
  return (startOfYear(year + 1) - startOfYear(year)) / 86_400_000
}

function later(stretches: readonly Stretch[], year: number): Stretch[] {
  const shift = startOfYear(year) - (stretches[0]?.from ?? 0)
  return stretches.map(({from, to, offset}) => ({from: from + shift, to: to + shift, offset}))
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
  const [first] = stretches
  if (first && year === firstYear) first.from = -Infinity
  return stretches
}

function startOfYear(year: number): number {
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year)
}
