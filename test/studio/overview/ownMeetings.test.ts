import {expect, test} from 'vitest'

import type {CadenceEvent, FeedEvent, TouchpointEvent} from '../../../calendar/index.ts'
import {readOverview} from '../../../studio/attention/overview.ts'
import {ownMeetings} from '../../../studio/overview/ownMeetings.ts'
import {weekDays} from '../../../studio/overview/weekEntries.ts'

const now = '2026-03-25T10:00:00Z'
const fields = {
  title: 'Docs call',
  start: '2026-03-26T16:00:00Z',
  end: '2026-03-26T17:00:00Z',
  allDay: false,
  floating: false,
  status: 'confirmed',
  categories: [],
  calendarIds: ['own'],
  joins: [],
} as const
const {title, start, end} = fields
const source = {key: 'a', calendarId: 'own', calendarTitle: 'Own', uid: 'a', title, start, end}

function feed(
  id: string,
  {own = true, ...changes}: Partial<FeedEvent> & {own?: boolean} = {},
): FeedEvent {
  return {
    ...fields,
    categories: [],
    calendarIds: ['own'],
    joins: [],
    kind: 'feed',
    id,
    sources: [{kind: 'feed', ...source, own}],
    ...changes,
  }
}

function week(events: FeedEvent[], result: object = {}, timeZone = 'UTC') {
  return weekDays(readOverview(result), now, timeZone, ownMeetings(events, timeZone)).map(
    ({name, entries}) =>
      `${name}: ${entries.map(({title, kind}) => `${title} ${kind}`).join(', ')}`,
  )
}

test('a meeting of the community’s own calendar is in this week, because the site lists it too', () => {
  expect(week([feed('a')])).toEqual(['Thu 26 Mar: Docs call meeting'])
})

test('an event of another community is not, unless it belongs to a series or a group', () => {
  expect(week([feed('a', {own: false})])).toEqual([])
  expect(week([feed('a', {own: false, groupId: 'docs'})])).toHaveLength(1)
  expect(week([feed('a', {own: false, series: {id: 'docs'}})])).toHaveLength(1)
})

test('sessions and dates of cadences are not meetings of a calendar, because the documents give them', () => {
  const {kind: _, ...event} = feed('a')
  const session: TouchpointEvent = {
    ...event,
    kind: 'touchpoint',
    touchpoint: {id: 's', status: 'confirmed'},
  }
  const cadence: CadenceEvent = {...event, kind: 'cadence'}
  expect(ownMeetings([session, cadence], 'UTC')).toEqual([])
})

test('a meeting that a session of the same time and title has is there once', () => {
  const schedule = {start: '2026-03-26T16:00:00.000Z', timeZone: 'UTC', minutes: 60}
  const sessions = [{_id: 's', title: 'Docs call', status: 'confirmed', schedule}]
  expect(week([feed('a')], {sessions})).toEqual(['Thu 26 Mar: Docs call session'])
})

test('all-day and floating times are those of the community’s zone', () => {
  const allDay = feed('a', {allDay: true, start: '2026-03-27', end: '2026-03-28'})
  const floating = feed('b', {
    floating: true,
    start: '2026-03-28T00:30:00',
    end: '2026-03-28T01:00:00',
  })
  expect(week([allDay, floating], {}, 'Asia/Tokyo')).toEqual([
    'Fri 27 Mar: Docs call meeting',
    'Sat 28 Mar: Docs call meeting',
  ])
})

test('a meeting of several days that began before is on today', () => {
  const conference = feed('a', {allDay: true, start: '2026-03-23', end: '2026-03-27'})
  expect(week([conference])).toEqual(['Wed 25 Mar: Docs call meeting'])
})

test('a standing date that the calendar has is there once, with what the calendar says about it', () => {
  const slot = {
    frequency: 'weekly',
    interval: 1,
    weekdays: ['TH'],
    time: '16:00',
    timeZone: 'UTC',
    startDate: '2026-01-01',
  }
  const series = {
    _id: 'docs',
    title: 'Docs',
    slug: 'docs',
    meets: 'standing',
    lifecycle: 'active',
    cadence: {slots: [slot]},
  }
  expect(week([], {series: [series]})).toEqual(['Thu 26 Mar: Docs standing'])
  const canceled = feed('a', {
    status: 'cancelled',
    sources: [
      {kind: 'feed', ...source, own: true},
      {kind: 'cadence', key: 'b', id: 'docs', title: 'Docs', start, end},
    ],
  })
  expect(week([canceled], {series: [series]})).toEqual(['Thu 26 Mar: Docs call meeting'])
})
