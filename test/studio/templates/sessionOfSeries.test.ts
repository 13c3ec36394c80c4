import {expect, it} from 'vitest'

import {readSeries} from '../../../studio/series/readSeries.ts'
import {sessionValue, valueOfParameters} from '../../../studio/templates/sessionOfSeries.ts'

const stored = {
  _id: 'series-thursdays',
  title: 'Thursday touchpoints',
  slug: 'thursdays',
  minutes: 45,
  audience: 'members',
  defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/thursdays'},
  cadence: {
    slots: [
      {
        frequency: 'weekly',
        interval: 1,
        weekdays: ['TH'],
        time: '12:00',
        timeZone: 'Europe/London',
        startDate: '2025-02-13',
      },
    ],
  },
  sessions: [],
}

function series(value: unknown = stored) {
  const read = readSeries(value)
  if (!read) throw new Error('no series')
  return read
}

it('fills in a session from its series, so that an editor only adds what is new', () => {
  expect(sessionValue(series(), {now: '2025-04-01T00:00:00Z'})).toEqual({
    title: 'To be announced',
    slug: {_type: 'slug', current: '2025-04-03-thursdays'},
    series: {_type: 'reference', _ref: 'series-thursdays'},
    schedule: {
      _type: 'schedule',
      start: '2025-04-03T11:00:00Z',
      timeZone: 'Europe/London',
      minutes: 45,
    },
    status: 'planned',
    audience: 'members',
    links: {_type: 'meetingLinks', join: 'https://meet.example.org/thursdays'},
  })
})

it('uses the requested date, such as an open date of the cadence', () => {
  const options = {now: '2025-04-01T00:00:00Z', start: '2025-05-01T11:00:00Z'}
  expect(sessionValue(series(), options).schedule.start).toBe('2025-05-01T11:00:00Z')
})

it('has the zone of the requested date, because the dates of a series can alternate between zones', async () => {
  const results: unknown[] = [stored, []]
  const client = {fetch: async () => results.shift()}
  const date = {start: '2025-05-01T23:30:00Z', timeZone: 'Asia/Tokyo'}
  const parameters = {seriesId: stored._id, ...date}
  const value = await valueOfParameters(client, parameters, '2025-04-01T00:00:00Z')
  expect(value).toMatchObject({schedule: date, slug: {current: '2025-05-02-thursdays'}})
})

it('uses defaults if fields of the series are missing', () => {
  expect(sessionValue(series({_id: 'new'}), {now: '2025-04-01T00:00:00Z'})).toMatchObject({
    schedule: {_type: 'schedule', minutes: 60},
    audience: 'everyone',
  })
})

it('leaves out a break of the community, because nothing meets then', () => {
  const communityBreaks = [{from: '2025-04-01', to: '2025-04-06'}]
  const {schedule} = sessionValue(series({...stored, communityBreaks}), {
    now: '2025-04-01T00:00:00Z',
  })
  expect(schedule.start).toBe('2025-04-10T11:00:00Z')
})
