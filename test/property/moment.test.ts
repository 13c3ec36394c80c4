import * as fc from 'fast-check'
import {momentText, readMoment, type MomentReading} from '@touchpoints/calendar/rhythm'
import {expect, test} from 'vitest'

const timeout = 60_000
const minute = 60_000
const zones = ['UTC', 'Etc/GMT-1', 'Etc/GMT+11', ...Intl.supportedValuesOf('timeZone')]
const zone = fc.constantFrom(...zones)
const instant = fc
  .integer({min: Date.UTC(2001, 0, 1) / minute, max: Date.UTC(2099, 11, 31) / minute})
  .map((minutes) => new Date(minutes * minute).toISOString().replace('.000', ''))

test(
  'what is shown of a moment is read as the same instant, in each zone, on each day and for any reader',
  () => {
    const property = fc.property(instant, zone, instant, zone, (start, timeZone, now, home) => {
      const text = momentText(start, timeZone)
      const reading = readMoment(text, {now, timeZone: home})
      expect({text, ...reading}).toMatchObject({kind: 'moment', text, moment: {start}})
    })
    fc.assert(property, {numRuns: 2000})
  },
  timeout,
)

test(
  'any text is read without an error, and each answer to a question is itself read',
  () => {
    const part = fc.oneof(
      fc.string({maxLength: 12}),
      fc.constantFrom('Fri', 'next', '6', '18:00', 'pm', 'IST', '3/12', 'March', '2030', 'Madrid'),
      fc.constantFrom('明日', '午後6時', 'midnight', 'Uhr', 'UTC+1', '31', 'Feb', '-', ',', '12月'),
    )
    const words = fc.array(part, {maxLength: 7}).map((parts) => parts.join(' '))
    const property = fc.property(words, instant, zone, (text, now, timeZone) => {
      const options = {now, timeZone}
      const reading = readMoment(text, options)
      const shown = reading.kind === 'moment' ? [reading.text] : answersOf(reading)
      const unread = shown.filter((each) =>
        codesOf(readMoment(each, options)).includes('not-understood'),
      )
      expect({text, unread}).toEqual({text, unread: []})
    })
    fc.assert(property, {numRuns: 3000})
  },
  timeout,
)

function answersOf({questions}: Extract<MomentReading, {kind: 'questions'}>): string[] {
  return questions.flatMap(({choices}) => choices.map(({words}) => words))
}

function codesOf(reading: MomentReading): string[] {
  return reading.kind === 'moment' ? [] : reading.questions.map(({code}) => code)
}
