import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  checkRecurrence,
  instantFromWallClock,
  ordinals,
  recurrenceDates,
  recurrenceSentence,
  wallClock,
  weekdayOf,
  weekdays,
  type Recurrence,
} from '../../calendar/time/index.ts'

const timeout = 30_000
const dayMs = 86_400_000

const date = fc
  .integer({min: 0, max: 1200})
  .map((days) => new Date(Date.UTC(2023, 0, 1) + days * dayMs).toISOString().slice(0, 10))
const time = fc
  .record({hour: fc.integer({min: 0, max: 23}), minute: fc.constantFrom('00', '30')})
  .map(({hour, minute}) => `${String(hour).padStart(2, '0')}:${minute}`)
/** Half-hour offsets, both hemispheres, no summer time, and a skipped midnight (Beirut). */
const timeZone = fc.constantFrom(
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Beirut',
)
const common = {time, timeZone, startDate: date, interval: fc.integer({min: 1, max: 4})}
const days = fc.uniqueArray(fc.constantFrom(...weekdays), {minLength: 1, maxLength: 3})

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({...common, frequency: fc.constant('weekly' as const), weekdays: days}),
  fc.record({
    ...common,
    frequency: fc.constant('monthly' as const),
    weekdays: days,
    ordinal: fc.constantFrom(...ordinals),
  }),
  fc.record({...common, frequency: fc.constant('monthly' as const), weekdays: fc.constant([])}),
)

const from = '2023-01-01T00:00:00Z'
const to = '2027-01-01T00:00:00Z'

test(
  'dates are the same as when counting day by day',
  () => {
    fc.assert(
      fc.property(recurrence, (each) => {
        expect(checkRecurrence(each).filter(({level}) => level === 'error')).toEqual([])
        expect(recurrenceDates(each, {from, to})).toEqual(countedByHand(each))
      }),
      {numRuns: 60},
    )
  },
  timeout,
)

test(
  'two adjacent windows give the same dates as one window over both',
  () => {
    const moment = fc.integer({min: Date.parse(from), max: Date.parse(to)})
    fc.assert(
      fc.property(recurrence, moment, (each, ms) => {
        const between = new Date(ms)
        const halves = [
          ...recurrenceDates(each, {from, to: between}),
          ...recurrenceDates(each, {from: between, to}),
        ]
        expect(halves).toEqual(recurrenceDates(each, {from, to}))
        const [next] = recurrenceDates(each, {from: between, count: 1})
        expect(next).toBe(recurrenceDates(each, {from: between, to: '2032-01-01T00:00:00Z'})[0])
      }),
      {numRuns: 60},
    )
  },
  timeout,
)

test(
  'the sentence has the time and the zone of every date',
  () => {
    fc.assert(
      fc.property(recurrence, (each) => {
        expect(recurrenceSentence(each)).toContain(`at ${each.time} (${each.timeZone})`)
        for (const instant of recurrenceDates(each, {from, count: 5})) {
          const {date, time} = wallClock(instant, each.timeZone)
          const {kind} = instantFromWallClock(date, each.time, each.timeZone)
          // A skipped time moves forward by the length of the gap.
          expect(time === each.time).toBe(kind !== 'gap')
        }
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

function countedByHand(each: Recurrence): string[] {
  const dates: string[] = []
  const start = Date.parse(each.startDate)
  for (let ms = start; ms < Date.parse(to) + 2 * dayMs; ms += dayMs) {
    const on = new Date(ms).toISOString().slice(0, 10)
    if (!meetsOn(each, on)) continue
    const reading = instantFromWallClock(on, each.time, each.timeZone)
    if (reading.kind === 'instant') dates.push(reading.instant)
    if (reading.kind === 'overlap') dates.push(reading.earlier)
    if (reading.kind === 'gap') dates.push(reading.later)
  }
  return dates.filter((instant) => instant >= from && instant < to)
}

function meetsOn(each: Recurrence, on: string): boolean {
  const [day, start] = [new Date(on), new Date(each.startDate)]
  if (each.frequency === 'weekly') {
    const weeks = (monday(day) - monday(start)) / (7 * dayMs)
    return weeks % each.interval === 0 && each.weekdays.includes(weekdayOf(on))
  }
  const months = monthOf(day) - monthOf(start)
  if (months % each.interval !== 0) return false
  if (!each.ordinal) return day.getUTCDate() === start.getUTCDate()
  if (!each.weekdays.includes(weekdayOf(on))) return false
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  if (each.ordinal === -1) return day.getUTCDate() + 7 > last
  return Math.ceil(day.getUTCDate() / 7) === each.ordinal
}

function monday(day: Date): number {
  return day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs
}

function monthOf(day: Date): number {
  return day.getUTCFullYear() * 12 + day.getUTCMonth()
}
