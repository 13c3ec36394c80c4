import {describe, expect, test} from 'vitest'

import {compareTimes, differenceText} from '../../calendar/audit/compareTimes.ts'
import {meeting, starts} from './corpus/meeting.ts'

const span = ['2026-09-20T00:00:00Z', '2027-05-01T00:00:00Z'] as const
const msOf = (...plan: Parameters<typeof meeting>) =>
  starts(meeting(...plan), ...span).map((start) => Date.parse(start))
const madrid = msOf('Call', {time: '17:00', timeZone: 'Europe/Madrid'})
const at = (list: readonly number[]) => list.map((startMs) => ({startMs}))
const hour = 3_600_000

describe('the times of one meeting in two sources', () => {
  test('agree, and a moved date is named', () => {
    const moved = madrid.map((ms, index) => (index === 5 ? ms + hour : ms))
    expect(compareTimes(madrid, at(moved))).toMatchObject({
      kind: 'agree',
      moved: [{expectedMs: madrid[5], difference: hour}],
    })
  })

  test('are in another zone, when they agree in one half of the year only', () => {
    const utc = msOf('Call', {time: '15:00', timeZone: 'UTC'})
    expect(compareTimes(madrid, at(utc), 'Europe/Madrid')).toMatchObject({
      kind: 'other-zone',
      zone: 'UTC',
      time: '15:00',
    })
  })

  test('are in another zone, when they differ in the weeks between two clock changes only', () => {
    const newYork = msOf('Call', {time: '11:00', timeZone: 'America/New_York'})
    const named = newYork.map((startMs) => ({startMs, timeZone: 'America/New_York'}))
    expect(compareTimes(madrid, named, 'Europe/Madrid')).toMatchObject({
      kind: 'other-zone',
      zone: 'America/New_York',
    })
  })

  test('are not in another zone because one date was moved by an hour in those weeks', () => {
    const between = madrid.findIndex((ms) => ms > Date.parse('2027-03-15T00:00:00Z'))
    const moved = madrid.map((ms, index) => (index === between ? ms + hour : ms))
    expect(compareTimes(madrid, at(moved), 'Europe/Madrid').kind).toBe('agree')
    expect(compareTimes(moved, at(madrid), 'Europe/Madrid').kind).toBe('agree')
  })

  test('differ by a constant, always or from a date on', () => {
    const late = madrid.map((ms) => ms + 0.5 * hour)
    expect(compareTimes(madrid, at(late))).toMatchObject({kind: 'retimed', always: true})
    const split = madrid.map((ms, index) => (index < 20 ? ms : ms + hour))
    expect(compareTimes(madrid, at(split))).toMatchObject({
      kind: 'retimed',
      always: false,
      difference: hour,
    })
  })

  test('two moved dates at the end are not a new time of the series', () => {
    const moved = madrid.map((ms, index) => (index < madrid.length - 2 ? ms : ms + hour))
    expect(compareTimes(madrid, at(moved)).kind).toBe('agree')
  })

  test('are unrelated when no date is near another one', () => {
    expect(compareTimes(madrid, at([madrid[0] ?? 0]))).toEqual({kind: 'unrelated'})
    expect(compareTimes([], at(madrid))).toEqual({kind: 'unrelated'})
  })
})

test.each([
  [30 * 60_000, '30 min later'],
  [-90 * 60_000, '1 h 30 min earlier'],
  [24 * hour, '1 d later'],
])('a difference of %i ms reads %s', (ms, text) => {
  expect(differenceText(ms)).toBe(text)
})
