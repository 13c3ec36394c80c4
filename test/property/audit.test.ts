import {audit} from '@touchpoints/calendar/audit'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {
  cadences,
  feed,
  occurrence,
  slots,
  thursdays,
  thursdaySlot,
  touchpoint,
  touchpoints,
} from '../calendar/merge/fakes.ts'

/** Each test has hundreds of runs, and a busy machine must not fail them. */
const timeout = 60_000
const now = '2024-03-10T00:00:00Z'

const start = fc.constantFrom(
  '2024-03-07T13:00:00Z',
  '2024-03-14T13:00:00Z',
  '2024-03-21T13:00:00Z',
  '2024-03-21T13:30:00Z',
  '2024-04-04T12:00:00Z',
)
const title = fc.constantFrom('Thursday Touchpoints', 'Board', '', 'x\n::error::', '%')
const form = fc.constantFrom(
  {},
  {allDay: true, start: '2024-03-21', end: '2024-03-22'},
  {floating: true, start: '2024-03-21T13:00:00', end: '2024-03-21T14:00:00'},
)
const someOccurrence = fc
  .tuple(start, fc.record({title, uid: fc.constantFrom('u1', 'u2')}), form)
  .map(([at, rest, formed]) => occurrence(at, {...rest, ...formed}))
const someFeed = (id: string, own: boolean) =>
  fc.array(someOccurrence, {maxLength: 6}).map((list) => feed(id, list, {own}))
const someTouchpoint = fc
  .record({
    start: fc.oneof(start, fc.constant('next Thursday')),
    title,
    id: fc.constantFrom('t1', 't2', 't3'),
    timeZone: fc.constantFrom('Europe/Madrid', 'Moon/Base'),
    eventUid: fc.constantFrom(null, 'u1', 'u9'),
    seriesId: fc.constantFrom(null, thursdays.id),
  })
  .map(({start: at, ...rest}) => touchpoint(at, rest))
const someCadence = fc.record({
  timeZone: fc.constantFrom('Europe/Madrid', 'Moon/Base'),
  startDate: fc.constantFrom('2024-01-04', 'soon'),
})
const somePage = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 200}),
  fc.constant('Thursday Touchpoints: 14:00 CET, 99:99 UTC <td>'),
)

test(
  'an audit of any sources has one key for each finding, and never throws',
  () => {
    fc.assert(
      fc.property(
        someFeed('a', true),
        someFeed('b', false),
        fc.array(someTouchpoint, {maxLength: 4}),
        someCadence,
        somePage,
        (a, b, sessions, recurrence, text) => {
          const cadence = {...thursdays, cadence: slots({...thursdaySlot, ...recurrence})}
          const sources = [a, b, touchpoints(...sessions), cadences(cadence)]
          const pages = [{url: 'https://example.org/', text}]
          const findings = audit({sources, pages}, {now})
          expect(new Set(findings.map(({key}) => key)).size).toBe(findings.length)
          expect(findings.filter(({message}) => /[\n\r]/.test(message))).toEqual([])
          const turned = audit({sources: sources.toReversed(), pages}, {now})
          expect(turned.map(({key}) => key)).toEqual(findings.map(({key}) => key))
        },
      ),
      {numRuns: 200},
    )
  },
  timeout,
)
