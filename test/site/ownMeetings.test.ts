import {describe, expect, test} from 'vitest'

import {seriesDates} from '../../site/src/meetings/arrangeMeetings.ts'
import {nextOf, ownMeetings} from '../../site/src/meetings/ownMeetings.ts'
import {date, groupReference, series} from './fakes.ts'

const now = '2026-11-26T09:00:00Z'

const mondays = {
  slots: [
    {
      frequency: 'weekly',
      interval: 1,
      weekdays: ['MO'],
      weeks: null,
      monthlyOn: null,
      ordinals: [],
      dayOffset: null,
      time: '10:00',
      timeZone: 'UTC',
      startDate: '2026-11-02',
      endDate: null,
    },
  ],
  exceptions: [
    {
      kind: 'moved',
      date: '2026-12-07',
      time: null,
      toDate: '2026-12-08',
      toTime: '11:00',
      reason: 'Public holiday',
    },
  ],
  breaks: [],
} satisfies NonNullable<ReturnType<typeof series>['cadence']>

const docs = groupReference('docs')
const weekly = series('weekly', {cadence: mondays})
const docsCall = series('docs-call', {group: docs})
const docsReview = series('docs-review', {group: docs})

type Dates = ReturnType<typeof date>[]

function meetingsOf(dates: Dates, all = [weekly, docsCall, docsReview], sessions = [] as const) {
  return ownMeetings({
    events: dates.map(({event}) => event),
    published: new Map(dates.map(({published}) => [published.id, published])),
    meetings: {
      series: all,
      upcoming: [...sessions],
      window: {from: now, to: now, touchpoints: []},
    },
    now,
  })
}

describe('the next dates of a community', () => {
  test('are those of each series alike, soonest first, because a group can have several', () => {
    const found = meetingsOf([
      date('2026-12-03T10:00:00Z', {seriesId: 'docs-review'}),
      date('2026-11-30T10:00:00Z', {seriesId: 'weekly'}),
      date('2026-12-01T10:00:00Z', {seriesId: 'docs-call'}),
    ])
    expect(found.map((each) => [each.series?.title, each.groupId])).toEqual([
      ['weekly', undefined],
      ['docs-call', 'docs'],
      ['docs-review', 'docs'],
    ])
  })

  test('include an event that is only in the calendar of a group', () => {
    const found = meetingsOf([date('2026-12-01T10:00:00Z', {groupId: 'docs'})])
    expect(found).toMatchObject([{groupId: 'docs'}])
    expect(found[0]?.series).toBeUndefined()
  })

  test('leave out what has ended, and events of others', () => {
    expect(
      meetingsOf([
        date('2026-11-26T07:00:00Z', {seriesId: 'weekly'}),
        date('2026-11-27T07:00:00Z'),
      ]),
    ).toEqual([])
  })

  test('say from when a date was moved, and why', () => {
    const [moved, other] = meetingsOf([
      date('2026-12-08T11:00:00Z', {seriesId: 'weekly'}),
      date('2026-12-14T10:00:00Z', {seriesId: 'weekly'}),
    ])
    expect(moved?.moved).toEqual({from: '2026-12-07T10:00:00Z', reason: 'Public holiday'})
    expect(other?.moved).toBeUndefined()
  })

  test('belong to the series without a cadence that names their calendar', () => {
    const fromCalendar = {calendarId: 'own', group: docs}
    const call = series('call', fromCalendar)
    const review = series('Review', fromCalendar)
    const ofDocs = (title: string, start = '2026-12-01T10:00:00Z') => {
      const {event, published} = date(start, {groupId: 'docs'})
      return {event: {...event, kind: 'feed' as const, title, calendarIds: ['own']}, published}
    }
    const titles = (all: (typeof call)[], title: string) =>
      meetingsOf([ofDocs(title)], all).map((each) => each.series?.title)
    expect(titles([call], 'Docs (moved)')).toEqual(['call'])
    expect(titles([call, review], 'Docs: review')).toEqual(['Review'])
    // Several could be meant, so none is.
    expect(titles([call, review], 'Docs')).toEqual([undefined])
    expect(titles([series('call', {...fromCalendar, cadence: mondays})], 'Docs')).toEqual([
      undefined,
    ])
    expect(titles([series('call', {group: docs})], 'Docs')).toEqual([undefined])
  })

  test('have one next date: an announced one, also after one that is to be announced', () => {
    const open = date('2026-12-15T10:00:00Z', {seriesId: 'weekly', status: 'to-be-announced'})
    const off = date('2026-12-01T10:00:00Z', {seriesId: 'weekly', status: 'cancelled'})
    const announced = date('2027-01-19T10:00:00Z', {seriesId: 'weekly'})
    expect(nextOf(meetingsOf([off, open, announced]))?.event.start).toBe('2027-01-19T10:00:00Z')
    expect(nextOf(meetingsOf([off, open]))?.event.start).toBe('2026-12-15T10:00:00Z')
    expect(nextOf(meetingsOf([off]))).toBeUndefined()
  })

  test('do not fail for the draft of a cadence that cannot be read', () => {
    const [slot] = mondays.slots
    const broken = series('weekly', {
      cadence: {...mondays, slots: slot ? [{...slot, timeZone: 'Mars/Olympus'}] : []},
    })
    const [found] = meetingsOf([date('2026-12-08T11:00:00Z', {seriesId: 'weekly'})], [broken])
    expect(found?.moved).toBeUndefined()
  })
})

test('what meets is the community’s own series first, paused ones too, without ended ones', () => {
  const all = [
    docsCall,
    weekly,
    series('paused', {lifecycle: 'paused'}),
    series('ended', {lifecycle: 'ended'}),
  ]
  expect(seriesDates(all, []).map((each) => each.series.title)).toEqual([
    'weekly',
    'paused',
    'docs-call',
  ])
})
