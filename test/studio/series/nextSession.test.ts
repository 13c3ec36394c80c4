import {describe, expect, it} from 'vitest'

import type {Recurrence} from '../../../calendar/time/index.ts'
import {nextSession, openDates} from '../../../studio/series/nextSession.ts'

const thursdays: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-02-13',
}
const session = (start: string) => ({start, timeZone: 'Europe/London', minutes: 60})

describe('the next session of a series', () => {
  it('is on the first date of its cadence without a session', () => {
    const sessions = [session('2025-03-20T12:00:00Z')]
    expect(
      nextSession({cadence: thursdays, minutes: 45, sessions}, '2025-03-18T00:00:00Z'),
    ).toEqual({
      start: '2025-03-27T12:00:00Z',
      timeZone: 'Europe/London',
      minutes: 45,
    })
  })

  it('has no date without a cadence, and has the time zone and length of the latest session', () => {
    const sessions = [
      session('2025-01-01T12:00:00Z'),
      {start: '2025-02-01T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 90},
    ]
    expect(nextSession({sessions}, '2025-03-18T00:00:00Z')).toEqual({
      timeZone: 'Europe/Madrid',
      minutes: 90,
    })
  })

  it('has no date if the cadence has ended', () => {
    const over = {...thursdays, endDate: '2025-03-01'}
    expect(nextSession({cadence: over, sessions: []}, '2025-03-18T00:00:00Z').start).toBeUndefined()
  })
})

describe('open dates', () => {
  it('exclude a day with a session that moved by an hour, because the day is filled', () => {
    const sessions = [session('2025-03-27T15:00:00Z')]
    expect(openDates({cadence: thursdays, sessions}, '2025-03-18T00:00:00Z', 2)).toEqual([
      '2025-03-20T12:00:00Z',
      '2025-04-03T11:00:00Z',
    ])
  })
})
