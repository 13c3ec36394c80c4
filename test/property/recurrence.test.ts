import * as fc from 'fast-check'
import {RRuleTemporal} from 'rrule-temporal'
import {Temporal} from 'temporal-polyfill'
import {expect, test} from 'vitest'
import {
  type Cadence,
  cadenceDates,
  type CadenceException,
  checkCadence,
  checkRecurrence,
  instantFromWallClock,
  ordinals,
  recurrenceDates,
  recurrenceRule,
  wallClock,
  weekdayOf,
  weekdays,
  type Recurrence,
} from '../../calendar/time/index.ts'
import {cadenceSentence, wordsIn} from '../../words/index.ts'

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
const someOrdinals = fc.uniqueArray(fc.constantFrom(...ordinals), {minLength: 1, maxLength: 3})
const monthly = fc.constant('monthly' as const)
const weekly = fc.constant('weekly' as const)
const none = fc.constant([])

const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({...common, frequency: weekly, weekdays: fc.oneof(days, none)}),
  fc.record({
    ...common,
    frequency: weekly,
    weekdays: days,
    interval: fc.constant(1),
    weeks: fc.constantFrom('odd' as const, 'even' as const),
  }),
  fc.record({
    ...common,
    frequency: monthly,
    monthlyOn: fc.constant('weekday' as const),
    weekdays: days,
    ordinals: someOrdinals,
    dayOffset: fc.oneof(fc.constant(null), fc.integer({min: -6, max: 6})),
  }),
  fc.record({
    ...common,
    frequency: monthly,
    monthlyOn: fc.constant('businessDay' as const),
    weekdays: none,
    ordinals: someOrdinals,
  }),
  fc.record({
    ...common,
    frequency: monthly,
    monthlyOn: fc.constant('date' as const),
    weekdays: none,
  }),
)
const exception: fc.Arbitrary<CadenceException> = fc.oneof(
  fc.record({kind: fc.constant('skipped' as const), date}),
  fc.record({kind: fc.constant('moved' as const), date, toDate: date, toTime: time}),
)
const pause = fc
  .tuple(date, fc.integer({min: 0, max: 60}))
  .map(([first, length]) => ({from: first, to: dayAfter(first, length)}))
/** Most random exceptions are for dates without a meeting, so some are made from the dates. */
const cadence: fc.Arbitrary<Cadence> = fc
  .tuple(
    fc.array(recurrence, {minLength: 1, maxLength: 3}),
    fc.array(exception, {maxLength: 4}),
    fc.array(fc.tuple(fc.nat({max: 20}), exception), {maxLength: 4}),
    fc.array(pause, {maxLength: 2}),
  )
  .map(([slots, random, chosen, breaks]) => {
    const [first] = slots
    const dates = first ? recurrenceDates(first, {count: 20}) : []
    const aimed = chosen.flatMap(([index, each]) => {
      const start = dates[index]
      return start && first ? [{...each, date: wallClock(start, first.timeZone).date}] : []
    })
    return {slots, exceptions: [...random, ...aimed], breaks}
  })

function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10)
}

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
  'the iCalendar rule has the same dates, when there is one',
  () => {
    fc.assert(
      fc.property(recurrence, (slot) => {
        const each = {...slot, timeZone: 'UTC'}
        const rule = recurrenceRule(each)
        if (rule === undefined) return
        const expanded = new RRuleTemporal({
          rruleString: rule,
          dtstart: Temporal.PlainDateTime.from(`${each.startDate}T${each.time}`).toZonedDateTime(
            'UTC',
          ),
        }).between(new Date(from), new Date(Date.parse(to) - 1), true)
        expect(recurrenceDates(each, {from, to})).toEqual(
          expanded.map((zoned) => zoned.toInstant().toString()),
        )
      }),
      {numRuns: 60},
    )
  },
  timeout,
)

test(
  'the dates of a cadence are sorted, unique and in the window, and two windows give the same as one',
  () => {
    const moment = fc.integer({min: Date.parse(from), max: Date.parse(to)})
    const skipped = fc.constantFrom('include' as const, 'leave-out' as const)
    fc.assert(
      fc.property(cadence, moment, fc.nat(), skipped, (each, random, index, included) => {
        const whole = cadenceDates(each, {from, to, skipped: included})
        // Most mistakes are at the start of a date.
        const chosen = index % 2 === 0 ? whole[index % (whole.length || 1)]?.start : undefined
        const ms = chosen === undefined ? random : Date.parse(chosen)
        const between = new Date(ms)
        const starts = whole.map(({start}) => start)
        expect(starts).toEqual([...new Set(starts)].toSorted())
        expect(starts.every((start) => start >= from && start < to)).toBe(true)
        expect([
          ...cadenceDates(each, {from, to: between, skipped: included}),
          ...cadenceDates(each, {from: between, to, skipped: included}),
        ]).toEqual(whole)
        const later = whole.filter(({start}) => Date.parse(start) >= ms).slice(0, 4)
        expect(
          cadenceDates(each, {from: between, count: 4, skipped: included}).slice(0, later.length),
        ).toEqual(later)
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

test(
  'no date of a cadence is in a break or skipped, unless an editor moved it there',
  () => {
    fc.assert(
      fc.property(cadence, (each) => {
        for (const {start, slot, change} of cadenceDates(each, {from, to})) {
          if (change) continue
          const {date} = wallClock(start, slot.timeZone)
          const isInBreak = each.breaks.some((pause) => pause.from <= date && date <= pause.to)
          expect(isInBreak).toBe(false)
          expect(each.exceptions.filter((exception) => exception.date === date)).toEqual([])
        }
      }),
      {numRuns: 60},
    )
  },
  timeout,
)

test(
  'a check of a cadence never throws, and without an error the cadence has dates',
  () => {
    const broken = fc.record(
      {
        interval: fc.constantFrom(0, 1, 2, 52, 53, Number.NaN),
        startDate: fc.constantFrom('soon', '2024-02-29', '2025-01-09'),
        endDate: fc.constantFrom(null, '2024-01-01', '2025-01-31', 'never'),
        time: fc.constantFrom('12:00', '25:00'),
        weekdays: fc.constantFrom([], weekdays),
        ordinals: fc.constantFrom(null, [], [5 as const], [-1 as const]),
        monthlyOn: fc.constantFrom(null, 'date' as const, 'weekday' as const),
        frequency: fc.constantFrom('weekly' as const, 'monthly' as const),
      },
      {requiredKeys: []},
    )
    fc.assert(
      fc.property(cadence, broken, (each, change) => {
        const changed = {...each, slots: each.slots.map((slot) => ({...slot, ...change}))}
        const errors = checkCadence(changed).filter(({level}) => level === 'error')
        const dates = errors.length === 0 ? cadenceDates(changed, {count: 1}).length : 1
        expect(dates).toBe(1)
      }),
      {numRuns: 200},
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
    const words = wordsIn('en')
    fc.assert(
      fc.property(recurrence, (each) => {
        const sentence = cadenceSentence({slots: [each], breaks: []}, words)
        expect(sentence).toContain(`at ${each.time} (${words.dates.zonePlace(each.timeZone)})`)
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
  const start = new Date(each.startDate)
  if (each.frequency === 'weekly') {
    const day = new Date(on)
    const meetingDays = each.weekdays.length > 0 ? each.weekdays : [weekdayOf(each.startDate)]
    if (!meetingDays.includes(weekdayOf(on))) return false
    if (each.weeks) {
      const {weekOfYear = 0} = Temporal.PlainDate.from(on)
      return weekOfYear % 2 === (each.weeks === 'odd' ? 1 : 0)
    }
    return ((monday(day) - monday(start)) / (7 * dayMs)) % each.interval === 0
  }
  const offset = (each.dayOffset ?? 0) * dayMs
  const [day, anchor] = [new Date(Date.parse(on) - offset), new Date(start.getTime() - offset)]
  if ((monthOf(day) - monthOf(anchor)) % each.interval !== 0) return false
  if (each.monthlyOn === 'date') return day.getUTCDate() === start.getUTCDate()
  const isBusinessDay = (date: Date) => date.getUTCDay() % 6 !== 0
  const isMeetingDay =
    each.monthlyOn === 'businessDay'
      ? isBusinessDay
      : (date: Date) => date.getUTCDay() === day.getUTCDay()
  const isChosen =
    each.monthlyOn === 'businessDay'
      ? isBusinessDay(day)
      : each.weekdays.includes(weekdayOf(day.toISOString().slice(0, 10)))
  if (!isChosen) return false
  const same = daysOfMonth(day).filter(isMeetingDay)
  const before = same.findIndex((date) => date.getTime() === day.getTime())
  return (each.ordinals ?? []).some(
    (ordinal) => ordinal === before + 1 || ordinal === before - same.length,
  )
}

function daysOfMonth(day: Date): Date[] {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()]
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Array.from({length}, (_, index) => new Date(Date.UTC(year, month, index + 1)))
}

function monday(day: Date): number {
  return day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs
}

function monthOf(day: Date): number {
  return day.getUTCFullYear() * 12 + day.getUTCMonth()
}
