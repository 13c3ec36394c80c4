import * as fc from 'fast-check'
import {cadenceDates, ordinals, weekdayNames, weekdays} from '@touchpoints/calendar/time'
import {readCadence} from '@touchpoints/calendar/rhythm'
import {expect, test} from 'vitest'

const timeout = 60_000
const today = '2026-07-01'

const time = fc
  .record({hour: fc.integer({min: 0, max: 23}), minute: fc.constantFrom('00', '15', '30')})
  .map(({hour, minute}) => `${String(hour).padStart(2, '0')}:${minute}`)
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata')
const weekday = fc.constantFrom(...weekdays)
const names: Readonly<Record<(typeof ordinals)[number], string>> = {
  1: 'first',
  2: '2nd',
  3: 'third',
  4: '4th',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'last but one',
  [-3]: 'third to last',
}

/** Joins the parts of a rhythm in one of the orders that people write. */
const order = fc.constantFrom(
  (days: string, clock: string, bound: string) => `${days} ${clock}${bound}`,
  (days: string, clock: string, bound: string) => `${days} at ${clock}${bound}`,
  (days: string, clock: string, bound: string) => `${days}, ${clock}${bound}.`,
  (days: string, clock: string, bound: string) => `We meet on ${days} at ${clock}${bound}`,
)

test(
  'a monthly rhythm is read as it was composed, in each order and zone',
  () => {
    const property = fc.property(
      weekday,
      fc.constantFrom(...ordinals),
      time,
      zone,
      order,
      (day, ordinal, clock, timeZone, join) => {
        const days = `the ${names[ordinal]} ${weekdayNames[day]} of each month`
        const words = join(days, `${clock} ${timeZone}`, '')
        expect({words, ...readCadence(words, {today})}).toMatchObject({
          kind: 'cadence',
          cadence: {
            slots: [
              {
                frequency: 'monthly',
                interval: 1,
                weekdays: [day],
                ordinals: [ordinal],
                time: clock,
                timeZone,
              },
            ],
          },
        })
      },
    )
    fc.assert(property, {numRuns: 100})
  },
  timeout,
)

test(
  'an interval is never guessed: without a date it is a question, and each answer gives it',
  () => {
    const property = fc.property(
      weekday,
      fc.integer({min: 2, max: 6}),
      time,
      zone,
      order,
      (day, interval, clock, timeZone, join) => {
        const days = `every ${interval} weeks on ${weekdayNames[day]}`
        const words = join(days, `${clock} ${timeZone}`, '')
        const reading = readCadence(words, {today})
        if (reading.kind !== 'questions') throw new Error(words)
        const [question] = reading.questions
        expect(question?.choices).toHaveLength(interval)
        const starts = (question?.choices ?? []).map((choice) => {
          const read = readCadence(choice.words, {today})
          if (read.kind !== 'cadence') throw new Error(choice.words)
          expect(read.cadence.slots).toMatchObject([
            {interval, weekdays: [day], time: clock, timeZone},
          ])
          return cadenceDates(read.cadence, {count: 1})[0]?.start
        })
        expect(new Set(starts).size).toBe(interval)
      },
    )
    fc.assert(property, {numRuns: 50})
  },
  timeout,
)

test(
  'any text gives one of the three kinds, and a cadence has dates or has ended',
  () => {
    const parts = fc.constantFrom(
      ...'every,other,second,first,third,last,Tuesday,Fridays,of the month,weekly,bi-weekly,in turn,10:00,5pm,UTC,CET,IST,Pacific,from 5 January 2026,until,31 March 2026,except,moved to,7 July 2026,(,),;,and,odd weeks,10 times,monthly,quarterly,the day before,business day,May,/,in the weeks between'.split(
        ',',
      ),
    )
    const property = fc.property(fc.array(parts, {maxLength: 14}), (words) => {
      const reading = readCadence(words.join(' '), {today})
      expect(['cadence', 'questions', 'text']).toContain(reading.kind)
      const questions = reading.kind === 'questions' ? reading.questions.length : 1
      expect(questions).toBeGreaterThan(0)
    })
    fc.assert(property, {numRuns: 400})
  },
  timeout,
)
