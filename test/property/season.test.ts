import fc from 'fast-check'
import {expect, test} from 'vitest'

import {cadenceDates} from '../../calendar/time/index.ts'
import {readSeason} from '../../studio/season/readSeason.ts'
import {seasonGrid} from '../../studio/season/seasonGrid.ts'
import {addDays} from '../../words/dates/index.ts'

const zones = ['Europe/Madrid', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'] as const
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const first = '2027-10-04'
const weeks = 26

const day = fc.integer({min: -30, max: weeks * 7 + 30}).map((days) => addDays(first, days))
const slot = fc.record({
  frequency: fc.constant('weekly'),
  interval: fc.integer({min: 1, max: 4}),
  weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), {minLength: 1, maxLength: 3}),
  time: fc.constantFrom('00:30', '02:30', '12:00', '23:30'),
  timeZone: fc.constantFrom(...zones),
  startDate: day,
})
const exception = fc.oneof(
  fc.record({kind: fc.constant('skipped'), date: day}),
  fc.record({kind: fc.constant('moved'), date: day, toDate: day}),
)
const series = fc.record({
  meets: fc.constantFrom('standing', 'scheduled'),
  slots: fc.array(slot, {minLength: 1, maxLength: 3}),
  exceptions: fc.array(exception, {maxLength: 4}),
  breaks: fc.array(
    fc.tuple(day, fc.nat(20)).map(([from, days]) => ({from, to: addDays(from, days)})),
    {maxLength: 2},
  ),
  sessions: fc.array(
    fc.record({
      day,
      hour: fc.integer({min: 0, max: 23}),
      timeZone: fc.constantFrom(...zones),
      status: fc.constantFrom('planned', 'confirmed', 'held', 'cancelled'),
    }),
    {maxLength: 8},
  ),
})

/** Half a year with the turn of the year, a leap day, and a clock change in three zones. */
test('every cadence date of the weeks is in the grid exactly once, and every session too', () => {
  fc.assert(
    fc.property(fc.array(series, {minLength: 1, maxLength: 3}), (all) => {
      const facts = readSeason({
        series: all.map(({meets, slots, exceptions, breaks}, index) => ({
          _id: `s${index}`,
          title: `s${index}`,
          meets,
          lifecycle: 'active',
          cadence: {slots, exceptions, breaks},
        })),
        sessions: all.flatMap(({sessions}, index) =>
          sessions.map(({day: date, hour, timeZone, status}, at) => ({
            _id: `s${index}-${at}`,
            series: `s${index}`,
            status,
            schedule: {
              start: `${date}T${String(hour).padStart(2, '0')}:00:00Z`,
              timeZone,
              minutes: 60,
            },
          })),
        ),
      })
      const grid = seasonGrid(facts, {
        monday: first,
        weeks,
        now: `${first}T00:00:00Z`,
        timeZone: 'UTC',
        communityTitle: 'All',
      })
      for (const {id, cadence} of facts.series) {
        const its = grid.items.filter(({series: owner}) => owner?.id === id)
        const shown = its.flatMap((item) =>
          item.slot ? [`${item.slot.date} ${item.slot.time} ${item.slot.timeZone}`] : [],
        )
        expect(new Set(shown).size, 'no date twice').toBe(shown.length)
        const dates = cadence
          ? cadenceDates(cadence, {
              from: `${first}T14:00:00Z`,
              to: `${addDays(first, weeks * 7 - 2)}T00:00:00Z`,
              skipped: 'include',
            })
          : []
        const starts = new Map(Map.groupBy(its, ({start}) => Date.parse(start)))
        for (const {start, change} of dates) {
          const here = starts.get(Date.parse(start)) ?? []
          const filled = its.some(
            (item) => item.kind === 'session' && item.slot && sameDate(item.slot, start, change),
          )
          const own = here.filter((item) => item.kind !== 'session' && item.slot)
          expect(own.length + Number(filled), `${id} ${start}`).toBe(1)
        }
      }
      expect(new Set(grid.items.map(({key}) => key)).size).toBe(grid.items.length)
      const inWeeks = facts.sessions.filter(({start, timeZone}) => {
        const local = localTime(start, timeZone).slice(0, 10)
        return local >= first && local < addDays(first, weeks * 7)
      })
      const sessions = grid.items.filter(({kind}) => kind === 'session')
      expect(sessions.map(({key}) => key).toSorted()).toEqual(inWeeks.map(({id}) => id).toSorted())
    }),
    {numRuns: 60},
  )
})

/** Whether a date that a session fills is the one of this start. */
function sameDate(
  {date, time, timeZone}: {date: string; time: string; timeZone: string},
  start: string,
  change: {kind: string; from?: string} | undefined,
): boolean {
  const given = change?.kind === 'moved' && change.from ? change.from : start
  return localTime(given, timeZone) === `${date} ${time}`
}

/** By Intl, and not by the code that is tested. */
function localTime(instant: string, timeZone: string): string {
  const options = {timeZone, dateStyle: 'short', timeStyle: 'short'} as const
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(instant))
}
