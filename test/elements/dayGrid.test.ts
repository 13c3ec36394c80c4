import {describe, expect, test} from 'vitest'

import {dateByKey, eventsOn, turnPage} from '../../elements/dayGrid.ts'
import {
  momentText,
  shortMomentText,
  startText,
  timesOnDay,
  timesText,
} from '../../elements/words.ts'
import {elementWords} from '../../words/plain/index.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const key = (name: string, shiftKey = false) => ({key: name, shiftKey})

describe('keys in a grid of days', () => {
  test.each([
    ['ArrowRight', 'ltr', 'month', '2024-03-29'],
    ['ArrowRight', 'rtl', 'month', '2024-03-27'],
    ['ArrowDown', 'ltr', 'month', '2024-04-04'],
    // A week is one row, and on a phone one column.
    ['ArrowDown', 'ltr', 'week', '2024-03-29'],
    ['Home', 'rtl', 'week', '2024-03-25'],
    ['End', 'ltr', 'month', '2024-03-31'],
    ['PageDown', 'ltr', 'month', '2024-04-28'],
    ['PageDown', 'ltr', 'week', '2024-04-04'],
    ['Enter', 'ltr', 'week', '2024-03-28'],
    ['a', 'ltr', 'week', undefined],
    ['constructor', 'ltr', 'week', undefined],
  ] as const)('%s in a page %s, in the %s', (name, dir, unit, date) => {
    expect(dateByKey('2024-03-28', key(name), {dir, unit})).toBe(date)
  })

  test('with Shift, a page is a year', () => {
    const options = {dir: 'ltr', unit: 'week'} as const
    expect(dateByKey('2024-02-29', key('PageUp', true), options)).toBe('2023-02-28')
  })

  test('the 31st becomes the last day of a shorter month', () => {
    expect(turnPage('2024-01-31', 1, 'month')).toBe('2024-02-29')
    expect(turnPage('2024-12-31', 2, 'month')).toBe('2025-02-28')
  })
})

test.each([
  ['en-GB', '09:00'],
  ['en-US', '9:00 AM'],
  ['de', '09:00'],
  ['es', '09:00'],
  ['fr', '09:00'],
  ['ja', '09:00'],
  ['zh', '09:00'],
  ['pt', '09:00'],
])('all texts write one time in the same way: %s', (locale, time) => {
  const event = publishedEvent({start: '2024-03-28T09:00:00Z', end: '2024-03-28T10:30:00Z'})
  const options = {words: elementWords(locale), locale, timeZone: 'UTC'}
  for (const write of [startText, timesText, shortMomentText, momentText]) {
    const text = write(event, options).replaceAll(/\s/g, ' ')
    expect([write.name, text]).toEqual([write.name, expect.stringContaining(time)])
    expect(text).not.toMatch(/時|时/)
  }
})

describe('the times of a day', () => {
  const at = (start: string, end: string) =>
    publishedEvent({start: `${start}Z`, end: `${end}Z`, timeZone: undefined})
  const options = {words: elementWords('de'), locale: 'de', timeZone: 'Europe/Berlin'}

  test('over midnight, each day has its own end of the event', () => {
    const night = at('2024-03-22T21:00:00', '2024-03-24T01:30:00')
    const times = ['2024-03-22', '2024-03-23', '2024-03-24'].map((date) =>
      timesOnDay(night, date, options),
    )
    expect(times).toEqual(['22:00 –', 'Ganztägig', expect.stringMatching(/^– 0?2:30/)])
    expect(timesText(night, options, '2024-03-24')).toMatch(/^Fr\.?, 22\. März.* 22:00 – So/)
    expect(timesText(night, options)).toMatch(/^22:00 – So\.?, 24\. März.* 0?2:30/)
  })

  test('a time that occurs twice has its zone, and a floating one has none', () => {
    const twice = at('2024-10-27T00:30:00', '2024-10-27T01:30:00')
    expect(timesText(twice, options)).toMatch(/2:30.* MESZ – .*2:30.* MEZ$/)
    const floating = {
      ...twice,
      floating: true,
      start: '2024-10-27T02:30:00',
      end: '2024-10-27T03:30:00',
    }
    expect(timesText(floating, options)).not.toMatch(/ME/)
  })

  test('what began on an earlier day is first, and then the order is that of the clock', () => {
    const late = at('2024-10-27T01:30:00', '2024-10-27T02:00:00')
    const early = at('2024-10-27T00:30:00', '2024-10-27T01:00:00')
    const before = at('2024-10-26T20:00:00', '2024-10-27T00:00:00')
    const allDay = publishedEvent({start: '2024-10-26', end: '2024-10-28', allDay: true})
    expect(eventsOn('2024-10-27', [late, early, before, allDay], 'Europe/Berlin')).toEqual([
      allDay,
      before,
      early,
      late,
    ])
  })
})
