import {expandRule} from '../recurrence/expandRule.ts'
import {parseRule} from '../recurrence/rule.ts'
import {parseDate} from '../text/values.ts'
import {zoneOf} from './zone.ts'
import type {ContentLine} from '../text/contentLine.ts'
import type {Expansion} from '../recurrence/expansion.ts'
import type {OffsetPeriod, Zone} from './zone.ts'

/** The lines of one STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545 section 3.6.5). */
export type ObservanceLines = readonly ContentLine[]

/** A change of offset. All in ms. */
interface Onset {
  /** The instant from which `offset` applies. */
  at: number
  offset: number
  /** The offset before that instant. */
  before: number
}

interface Observance {
  offset: number
  before: number
  /** Local times as if in UTC at which it begins: DTSTART and RDATEs. */
  dates: number[]
  rules: Expansion[]
}

const year = 366 * 86_400_000
/** Onsets are computed for the requested time and this long before and after it. */
const margin = 10 * year
/** Maximum number of offset changes in that time: more than any real zone has had. */
const maxOnsets = 1000

/** Zones by definition, because exporters put the same few VTIMEZONEs into every calendar. */
const known = new Map<string, Zone | undefined>()
const maxZones = 500

/**
 * Returns the zone that a VTIMEZONE defines.
 *
 * Before its first observance begins, the offset is the TZOFFSETFROM of that observance.
 *
 * @param id - IANA id to show for the zone, if known.
 * @returns undefined when no observance can be read.
 */
export function customZone(
  lines: readonly ObservanceLines[],
  id: string | undefined,
): Zone | undefined {
  const key = JSON.stringify([id, lines.map((each) => each.map(({name, value}) => [name, value]))])
  if (known.has(key)) return known.get(key)
  if (known.size >= maxZones) known.clear()
  const zone = createZone(lines, id)
  known.set(key, zone)
  return zone
}

function createZone(lines: readonly ObservanceLines[], id: string | undefined): Zone | undefined {
  const observances = lines.flatMap((each) => readObservance(each) ?? [])
  if (observances.length === 0) return undefined
  let covered = {from: Infinity, to: -Infinity}
  let onsets: Onset[] = []
  const periodAt = (instant: number): OffsetPeriod => {
    if (instant < covered.from || instant >= covered.to) {
      covered = {
        from: Math.min(covered.from, instant - margin),
        to: Math.max(covered.to, instant + margin),
      }
      onsets = observances
        .flatMap((each) => onsetsOf(each, covered.from, covered.to))
        .toSorted((a, b) => a.at - b.at)
    }
    return periodOf(onsets, instant, covered)
  }
  return zoneOf(periodAt, id)
}

/** Returns the onsets of an observance between two instants, and the last one before them. */
function onsetsOf({offset, before, dates, rules}: Observance, from: number, to: number): Onset[] {
  const walls = new Set(dates)
  for (const rule of rules) {
    // A yearly rule has an onset every two years. A rule that has ended is expanded from its start.
    const recent = startsOf(rule, from - 2 * year, to)
    for (const wall of recent.length > 0 ? recent : startsOf(rule, rule.first, to)) walls.add(wall)
  }
  return [...walls].map((wall) => ({at: wall - before, offset, before}))
}

function startsOf(rule: Expansion, from: number, to: number): number[] {
  // Local times differ from instants by less than a day.
  const day = 86_400_000
  return rule.between(from - day, to + day, maxOnsets, {left: 20 * maxOnsets}).starts
}

/** Returns the period with one offset around an instant, as far as the onsets are known. */
function periodOf(
  onsets: readonly Onset[],
  instant: number,
  covered: {from: number; to: number},
): OffsetPeriod {
  let low = 0
  let high = onsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((onsets[middle]?.at ?? Infinity) <= instant) low = middle + 1
    else high = middle
  }
  const last = onsets[low - 1]
  const next = onsets[low]
  return {
    from: Math.max(last?.at ?? -Infinity, covered.from),
    to: Math.min(next?.at ?? Infinity, covered.to),
    offset: last ? last.offset : (next?.before ?? 0),
  }
}

export function readObservance(lines: ObservanceLines): Observance | undefined {
  const value = (name: string): string => lines.find((line) => line.name === name)?.value ?? ''
  const offset = parseOffset(value('TZOFFSETTO'))
  const start = parseDate(value('DTSTART'))
  if (offset === undefined || start === undefined) return undefined
  const before = parseOffset(value('TZOFFSETFROM')) ?? offset
  const dates = lines
    .filter((line) => line.name === 'RDATE')
    .flatMap((line) => line.value.split(','))
    .flatMap((date) => parseDate(date) ?? [])
    // RDATEs are local times; some exporters write them in UTC.
    .map((date) => date.wall + (date.utc ? before : 0))
  const rules = lines
    .filter((line) => line.name === 'RRULE')
    .map((line) => parseRule(line.value))
    .flatMap((parsed) => (parsed.ok ? [parsed.rule] : []))
    .map((rule) => {
      const {until} = rule
      const last = until ? until.wall + (until.utc ? before : 0) : Infinity
      return expandRule(rule, start.wall, last)
    })
  return {offset, before, dates: [start.wall, ...dates], rules}
}

/** Parses a UTC-OFFSET (RFC 5545 section 3.3.14) to ms. */
function parseOffset(value: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(value.trim())
  if (!match) return undefined
  const [, sign, hours, minutes, seconds] = match
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)
  if (total >= 86_400) return undefined
  return (sign === '-' ? -1 : 1) * total * 1000
}
