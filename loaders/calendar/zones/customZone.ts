import {parseDate} from '../values.ts'
import {parseRule} from '../recurrence/rule.ts'
import {expandRule} from '../recurrence/expandRule.ts'
import {zoneOf} from './zone.ts'
import type {ContentLine} from '../contentLine.ts'
import type {Zone} from './zone.ts'

/** One STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545 section 3.6.5), as its lines. */
export type Observance = readonly ContentLine[]

/** From `at` (an instant) on, `offset` holds; `before` held until then. All in ms. */
interface Onset {
  at: number
  offset: number
  before: number
}

/** More changes of offset than any real zone has had, or will have until the year 5000. */
const mostOnsets = 8000

/**
 * The zone that a VTIMEZONE defines. Before its first observance begins, the offset is the first one's
 * TZOFFSETFROM.
 *
 * @returns undefined when no observance can be read.
 */
export function customZone(observances: readonly Observance[], id?: string): Zone | undefined {
  const readers = observances.flatMap((lines) => observance(lines) ?? [])
  if (readers.length === 0) return undefined
  let until = Date.UTC(2040, 0)
  let onsets = allOnsets(readers, until)
  const offsetAt = (instant: number): number => {
    if (instant >= until) {
      until = instant + 50 * 365 * 86_400_000
      onsets = allOnsets(readers, until)
    }
    return offsetFrom(onsets, instant)
  }
  return zoneOf(offsetAt, id)
}

type OnsetReader = (until: number) => Onset[]

function allOnsets(readers: readonly OnsetReader[], until: number): Onset[] {
  return readers.flatMap((read) => read(until)).toSorted((a, b) => a.at - b.at)
}

function offsetFrom(onsets: readonly Onset[], instant: number): number {
  let low = 0
  let high = onsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((onsets[middle]?.at ?? Infinity) <= instant) low = middle + 1
    else high = middle
  }
  return low === 0 ? (onsets[0]?.before ?? 0) : (onsets[low - 1]?.offset ?? 0)
}

function observance(lines: Observance): OnsetReader | undefined {
  const value = (name: string): string => lines.find((line) => line.name === name)?.value ?? ''
  const offset = parseOffset(value('TZOFFSETTO'))
  const start = parseDate(value('DTSTART'))
  if (offset === undefined || start === undefined) return undefined
  const before = parseOffset(value('TZOFFSETFROM')) ?? offset
  const dates = lines
    .filter((line) => line.name === 'RDATE')
    .flatMap((line) => line.value.split(','))
    .flatMap((date) => parseDate(date) ?? [])
  const parsed = lines
    .filter((line) => line.name === 'RRULE')
    .map((line) => parseRule(line.value))
    .flatMap((rule) => (rule.ok ? [rule.rule] : []))
  const rules = parsed.map((rule) => {
    const {until} = rule
    const untilWall = until ? until.wall + (until.utc ? before : 0) : Infinity
    return expandRule(rule, start.wall, untilWall)
  })
  return (until) => {
    const walls = new Set([start.wall, ...dates.map((date) => date.wall)])
    for (const rule of rules) {
      const budget = {left: mostOnsets}
      // The window reaches past `until` by more than any offset, so that its last day is whole.
      for (const wall of rule.between(start.wall, until + 2 * 86_400_000, mostOnsets, budget)
        .starts) {
        walls.add(wall)
      }
    }
    return [...walls].map((wall) => ({at: wall - before, offset, before}))
  }
}

/** A UTC-OFFSET (RFC 5545 section 3.3.14) in ms. */
function parseOffset(value: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(value.trim())
  if (!match) return undefined
  const [, sign, hours, minutes, seconds] = match
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)
  if (total >= 86_400) return undefined
  return (sign === '-' ? -1 : 1) * total * 1000
}
