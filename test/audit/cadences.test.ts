import {audit} from '@touchpoints/calendar/audit'
import type {CadenceInput, EventSource} from '@touchpoints/calendar'
import type {Cadence} from '@touchpoints/calendar/time'
import {describe, expect, test} from 'vitest'
import {cadenceOf, type Changes, eventsOf, feed, meeting} from './corpus/meeting.ts'

const now = '2026-11-26T00:00:00Z'
const weekly = meeting('Metrics call', {time: '13:00', timeZone: 'UTC'})

function withCadence(rest: Partial<Cadence>): CadenceInput {
  const input = cadenceOf(weekly)
  return {...input, cadence: {...input.cadence, ...rest}}
}

function findingsOf(calendar: EventSource, ...inputs: CadenceInput[]) {
  const sources: EventSource[] = [calendar, {kind: 'cadences', cadences: inputs}]
  return audit({sources}, {now}).map(({code, dates}) => [code, ...dates].join(' '))
}

const calendarWith = (changes: Changes = {}) => feed([eventsOf(weekly, 'rrule', changes)])

describe('a date that an editor skipped', () => {
  const skipped = withCadence({exceptions: [{kind: 'skipped', date: '2026-12-08'}]})

  test('is no contradiction when the calendar leaves it out', () => {
    expect(findingsOf(calendarWith({removed: ['2026-12-08']}), skipped)).toEqual([])
  })

  test('is one when the calendar still has it', () => {
    expect(findingsOf(calendarWith(), skipped)).toEqual(['cancelled 2026-12-08'])
  })
})

describe('a date that an editor moved', () => {
  const moved = withCadence({
    exceptions: [{kind: 'moved', date: '2026-12-08', toDate: '2026-12-08', toTime: '15:00'}],
  })

  test('is no contradiction when the calendar moved it, too', () => {
    expect(findingsOf(calendarWith({moved: {'2026-12-08': 120}}), moved)).toEqual([])
  })

  test('is one when the calendar still has the original time', () => {
    expect(findingsOf(calendarWith(), moved)).toEqual(['moved 2026-12-08'])
  })
})

describe('a break', () => {
  const paused = withCadence({breaks: [{from: '2026-12-20', to: '2027-01-03'}]})
  const inBreak = ['2026-12-22', '2026-12-29']

  test('is no contradiction when the calendar leaves its dates out', () => {
    expect(findingsOf(calendarWith({removed: inBreak}), paused)).toEqual([])
    expect(findingsOf(calendarWith({cancelled: inBreak}), paused)).toEqual([])
  })

  test('is one with each date that the calendar still has, because visitors see it', () => {
    expect(findingsOf(calendarWith(), paused)).toEqual(['cancelled 2026-12-22 2026-12-29'])
  })
})

describe('alternating slots', () => {
  const berlin = meeting('Metrics call', {
    interval: 2,
    time: '09:00',
    timeZone: 'Europe/Berlin',
    startDate: '2026-09-01',
  })
  const pacific = {
    ...meeting('Metrics call', {
      interval: 2,
      time: '09:00',
      timeZone: 'America/Los_Angeles',
      startDate: '2026-09-08',
    }),
    id: 'metrics-pacific',
  }
  const both = {
    ...cadenceOf(berlin),
    cadence: {...cadenceOf(berlin).cadence, slots: [berlin.recurrence, pacific.recurrence]},
  }

  test('agree with a calendar that has both, over the clock changes of two continents', () => {
    const calendar = feed([eventsOf(berlin, 'rrule'), eventsOf(pacific, 'rrule')])
    for (const at of ['2026-10-20T00:00:00Z', '2027-02-20T00:00:00Z']) {
      const sources: EventSource[] = [calendar, {kind: 'cadences', cadences: [both]}]
      expect(audit({sources}, {now: at})).toEqual([])
    }
  })

  test('are one finding for the slot that the calendar has at another hour', () => {
    const later = {...pacific, recurrence: {...pacific.recurrence, time: '10:00'}}
    const calendar = feed([eventsOf(berlin, 'rrule'), eventsOf(later, 'rrule')])
    expect(findingsOf(calendar, both).map((text) => text.split(' ')[0])).toEqual(['retimed'])
  })

  test('are one finding for the slot that the calendar has in another zone', () => {
    const utc = {...pacific, recurrence: {...pacific.recurrence, time: '17:00', timeZone: 'UTC'}}
    const calendar = feed([eventsOf(berlin, 'rrule'), eventsOf(utc, 'rrule')])
    const sources: EventSource[] = [calendar, {kind: 'cadences', cadences: [both]}]
    const findings = audit({sources}, {now: '2027-02-20T00:00:00Z'})
    expect(findings.map(({code}) => code)).toEqual(['wrong-zone'])
    expect(findings[0]?.message).toContain('America/Los_Angeles')
  })
})
