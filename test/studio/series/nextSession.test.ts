import {describe, expect, it} from 'vitest'

import type {Cadence, Recurrence} from '../../../calendar/time/index.ts'
import {nextSession, openDates} from '../../../studio/series/nextSession.ts'

const thursdays: Recurrence = {
  frequency: 'weekly',
  interval: 1,
  weekdays: ['TH'],
  time: '12:00',
  timeZone: 'Europe/London',
  startDate: '2025-02-13',
}
const cadenceOf = (...slots: Recurrence[]): Cadence => ({slots, exceptions: [], breaks: []})
const session = (start: string) => ({start, timeZone: 'Europe/London', minutes: 60})

describe('the next session of a series', () => {
  it('is on the first date of its cadence without a session', () => {
    const sessions = [session('2025-03-20T12:00:00Z')]
    expect(
      nextSession({cadence: cadenceOf(thursdays), minutes: 45, sessions}, '2025-03-18T00:00:00Z'),
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
    expect(
      nextSession({cadence: cadenceOf(over), sessions: []}, '2025-03-18T00:00:00Z').start,
    ).toBeUndefined()
  })
})

describe('open dates', () => {
  const from = '2025-03-18T00:00:00Z'
  const startsOf = (...parameters: Parameters<typeof openDates>) =>
    openDates(...parameters).map(({start}) => start)

  it('exclude a day with a session that moved by an hour, because the day is filled', () => {
    const sessions = [session('2025-03-27T15:00:00Z')]
    expect(startsOf({cadence: cadenceOf(thursdays), sessions}, from, 2)).toEqual([
      '2025-03-20T12:00:00Z',
      '2025-04-03T11:00:00Z',
    ])
  })

  it('include the second slot of a day with one session, because it needs its own', () => {
    const cadence = cadenceOf(thursdays, {...thursdays, time: '17:00'})
    const one = [session('2025-03-20T16:30:00Z')]
    expect(startsOf({cadence, sessions: one}, from, 1)).toEqual(['2025-03-20T12:00:00Z'])
    const two = [session('2025-03-20T16:30:00Z'), session('2025-03-20T17:00:00Z')]
    expect(startsOf({cadence, sessions: two}, from, 1)).toEqual(['2025-03-27T12:00:00Z'])
  })

  it('exclude the date of a session that took place earlier today', () => {
    const sessions = [session('2025-03-20T12:00:00Z')]
    const noon = '2025-03-20T11:30:00Z'
    expect(startsOf({cadence: cadenceOf(thursdays), sessions}, noon, 1)).toEqual([
      '2025-03-27T12:00:00Z',
    ])
  })

  it('leave out skipped dates and breaks, and have the zone of their slot', () => {
    const cadence: Cadence = {
      slots: [thursdays, {...thursdays, weekdays: ['FR'], timeZone: 'America/New_York'}],
      exceptions: [{kind: 'skipped', date: '2025-03-20'}],
      breaks: [{from: '2025-03-24', to: '2025-03-30'}],
    }
    const dates = openDates({cadence, sessions: []}, from, 2)
    expect(dates.map(({start, slot}) => `${start} ${slot.timeZone}`)).toEqual([
      '2025-03-21T16:00:00Z America/New_York',
      '2025-04-03T11:00:00Z Europe/London',
    ])
  })

  it('are read in time for a series with 1,500 sessions, because only recent ones fill a date', () => {
    const sessions = Array.from({length: 1500}, (_, index) =>
      session(new Date(Date.parse('2024-01-01T12:00:00Z') - index * 86_400_000).toISOString()),
    )
    expect(startsOf({cadence: cadenceOf(thursdays), sessions}, from, 1)).toHaveLength(1)
  })
})
