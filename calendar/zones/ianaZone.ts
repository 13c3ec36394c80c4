import {Temporal} from 'temporal-polyfill'
import {zoneOf} from './zone.ts'
import type {OffsetPeriod, Zone} from './zone.ts'

const known = new Map<string, Zone | undefined>()

/** Cache limit, so that a feed with a different name on every line cannot fill the memory. */
const maxNames = 5000

/**
 * Returns the IANA zone with that name in any case (`europe/berlin`), or undefined when there is none.
 *
 * Temporal takes about 3 µs to return one offset, and a feed needs hundreds of thousands. So the
 * transitions of a year are queried once and then looked up, which takes less than 0.1 µs.
 */
export function ianaZone(name: string): Zone | undefined {
  if (known.has(name)) return known.get(name)
  if (known.size >= maxNames) known.clear()
  const zone = createZone(name)
  known.set(name, zone)
  return zone
}

function createZone(name: string): Zone | undefined {
  const id = canonicalName(name)
  if (id === undefined) return undefined
  const years = new Map<number, OffsetPeriod[]>()
  const periodsOfYear = (year: number): OffsetPeriod[] => {
    const known = years.get(year)
    if (known) return known
    const periods =
      year > lastComputedYear
        ? shiftToYear(periodsOfYear(equivalentYear(year)), year)
        : periodsOf(id, year)
    years.set(year, periods)
    return periods
  }
  return zoneOf((instant) => {
    const year = yearOf(instant)
    const period = periodsOfYear(year).find(({to}) => instant < to)
    return period ?? {from: instant, to: instant, offset: 0}
  }, id)
}

/** The IANA database has no offset change before this year. */
const firstYear = 1800
const lastYear = 10_001
/**
 * After this year, all zones have yearly rules, so years that begin on the same weekday have the same
 * transitions.
 */
const lastComputedYear = 2100

/** Returns the year of an instant, limited to the years that dates can have, with a small margin. */
function yearOf(instant: number): number {
  const year = new Date(instant).getUTCFullYear()
  if (Number.isNaN(year)) return instant < 0 ? firstYear : lastYear
  return Math.min(lastYear, Math.max(firstYear, year))
}

/** Returns the last computed year with the same weekdays. */
function equivalentYear(year: number): number {
  const shape = (of: number): number => new Date(startOfYear(of)).getUTCDay() * 400 + daysIn(of)
  let own = lastComputedYear - 1
  while (shape(own) !== shape(year)) own--
  return own
}

function daysIn(year: number): number {
  return (startOfYear(year + 1) - startOfYear(year)) / 86_400_000
}

function shiftToYear(periods: readonly OffsetPeriod[], year: number): OffsetPeriod[] {
  const shift = startOfYear(year) - (periods[0]?.from ?? 0)
  return periods.map(({from, to, offset}) => ({from: from + shift, to: to + shift, offset}))
}

function canonicalName(name: string): string | undefined {
  // Temporal also accepts offsets ('+02:00') as zones. In a TZID, they are not IANA names. ICU adds the
  // zones of System V, which IANA has removed.
  if (!/^[a-z]/i.test(name) || /^systemv\//i.test(name)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** Returns the offset periods of one calendar year (UTC), in order. */
function periodsOf(id: string, year: number): OffsetPeriod[] {
  const end = startOfYear(year + 1)
  const periods: OffsetPeriod[] = []
  let from = startOfYear(year)
  while (from < end) {
    const at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id)
    const next = at.getTimeZoneTransition('next')?.epochMilliseconds ?? end
    periods.push({from, to: Math.min(next, end), offset: at.offsetNanoseconds / 1e6})
    from = next
  }
  const [first] = periods
  if (first && year === firstYear) first.from = -Infinity
  return periods
}

function startOfYear(year: number): number {
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year)
}
