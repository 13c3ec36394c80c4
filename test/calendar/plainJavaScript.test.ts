import {describe, expect, test} from 'vitest'

import {explain, mergeEvents, parseCalendar} from '../../calendar/index.ts'
import {OptionError} from '../../calendar/optionNames.ts'

/** Calls a function as plain JavaScript does: no compiler has looked at its arguments. */
const call =
  (target: (...values: never[]) => unknown, ...values: unknown[]) =>
  () =>
    Reflect.apply(target, undefined, values)

const window = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
const session = {
  id: 's1',
  title: 'Call',
  start: '2024-03-20T10:00:00Z',
  minutes: 60,
  timeZone: 'Europe/Madrid',
  status: 'planned',
}
const sessions = (changes: object) => [
  {kind: 'touchpoints', touchpoints: [{...session, ...changes}]},
]

describe('mergeEvents', () => {
  test.each([
    [[{kind: 'feeds', feeds: []}], 'has the kind "feeds". Did you mean "feed"?'],
    [[undefined], 'has the kind "undefined"'],
    [{kind: 'feed'}, 'sources of mergeEvents is an object. Use a list.'],
    [[{kind: 'touchpoints'}], 'touchpoints of the source "touchpoints" is missing. Use a list.'],
    [[{kind: 'feed', id: 'f', calendar: 'BEGIN:VCALENDAR'}], 'calendar of the feed "f"'],
  ])('refuses %j, and names the source, because it would be left out silently', (sources, text) => {
    expect(call(mergeEvents, sources, window)).toThrow(OptionError)
    expect(call(mergeEvents, sources, window)).toThrow(text)
  })

  test.each([{start: 'tomorrow'}, {start: undefined}, {timeZone: 'Mars/X'}, {minutes: '60 min'}])(
    'reports a session with %j, because the others are shown',
    (changes) => {
      expect(call(mergeEvents, sessions(changes), window)()).toMatchObject({
        events: [],
        problems: [{kind: 'document', documentId: 's1', path: 'schedule'}],
      })
    },
  )
})

describe('parseCalendar', () => {
  test.each([
    [[], 'text of parseCalendar is missing. Use a text.'],
    [['', {limit: {}}], 'Did you mean "limits"?'],
    [['', {limits: {step: 1}}], 'Did you mean "steps"?'],
    [['', {limits: {steps: 'x'}}], 'steps of the limits of parseCalendar is "x"'],
    [['', {lazy: 1}], 'lazy of parseCalendar is 1'],
  ])('refuses %j with an error that says what to use', (values, text) => {
    expect(call(parseCalendar, ...values)).toThrow(OptionError)
    expect(call(parseCalendar, ...values)).toThrow(text)
  })

  test('gives a calendar that refuses an option of `between` that does not exist', () => {
    const calendar = parseCalendar('')
    const misspelled = Object({timezone: 'UTC'})
    expect(() => calendar.between(window.from, window.to, misspelled)).toThrow(
      'Unknown option "timezone" of between. Did you mean "timeZone"?',
    )
  })
})

test.each([{}, undefined, 'an event', {sources: []}])('explain refuses %j', (event) => {
  expect(call(explain, event)).toThrow(OptionError)
})
