import {
  mergeEvents,
  parseCalendar,
  type CadenceInput,
  type EventSource,
} from '@touchpoints/calendar'
import {describe, expect, test} from 'vitest'
import {slots} from './fakes.ts'

const window = {
  from: '2026-11-26T00:00:00Z',
  to: '2027-01-20T00:00:00Z',
  now: '2026-11-26T00:00:00Z',
}
const dates = ['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12']

const call: CadenceInput = {
  id: 'series-book',
  title: 'Book Working Group: Book call',
  meets: 'standing',
  minutes: 60,
  cadence: slots({
    frequency: 'weekly',
    interval: 2,
    weekdays: ['TU'],
    time: '16:00',
    timeZone: 'Etc/UTC',
    startDate: '2026-09-08',
  }),
}

interface Dated {
  uid?: string
  start: string
  lines?: string[]
}

function calendarOf(events: readonly Dated[], id = 'main', own = true): EventSource {
  const components = events.map(({uid = 'book@x', start, lines = ['SUMMARY:Book WG']}) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${start}`,
    'DURATION:PT1H',
    ...lines,
    'END:VEVENT',
  ])
  const text = ['BEGIN:VCALENDAR', ...components.flat(), 'END:VCALENDAR'].join('\r\n')
  return {kind: 'feed', id, title: 'Main calendar', own, calendar: parseCalendar(text)}
}

const weekly = ['SUMMARY:Book WG', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU']
const fromSeptember = '20260908T160000Z'

function merged(feed: EventSource, cadence: CadenceInput = call, at = window) {
  const {events, problems} = mergeEvents([feed, {kind: 'cadences', cadences: [cadence]}], at)
  return {
    events: events.map(({start, status}) => `${start.slice(0, 10)} ${status}`),
    reviews: problems.flatMap((each) =>
      each.kind === 'review' ? [`${each.code} ${each.dates.join()}`] : [],
    ),
  }
}

const confirmed = (...list: string[]) => list.map((date) => `${date} confirmed`)

describe('a date that the own calendar leaves out', () => {
  test('is cancelled, and a break of several dates is one problem with each of them', () => {
    const off = ['EXDATE:20261215T160000Z', 'EXDATE:20261229T160000Z']
    const {events, reviews} = merged(
      calendarOf([{start: fromSeptember, lines: [...weekly, ...off]}]),
    )
    expect(events).toEqual([
      '2026-12-01 confirmed',
      '2026-12-15 cancelled',
      '2026-12-29 cancelled',
      '2027-01-12 confirmed',
    ])
    expect(reviews).toEqual(['removed-dates 2026-12-15,2026-12-29'])
  })

  test('is gone once it is past, because nobody waits for it anymore', () => {
    const off = ['EXDATE:20261201T160000Z']
    const {events, reviews} = merged(
      calendarOf([{start: fromSeptember, lines: [...weekly, ...off]}]),
      call,
      {...window, now: '2026-12-10T00:00:00Z'},
    )
    expect(events).toEqual(confirmed('2026-12-15', '2026-12-29', '2027-01-12'))
    expect(reviews).toEqual([])
  })

  test('is no problem when an editor cancelled its session, too, because the break is announced', () => {
    const off = ['EXDATE:20261215T160000Z', 'EXDATE:20261229T160000Z']
    const series: CadenceInput = {...call, meets: 'scheduled'}
    const cancelled = {
      id: 'session-1',
      title: 'Book call',
      start: '2026-12-15T16:00:00Z',
      minutes: 60,
      timeZone: 'Etc/UTC',
      status: 'cancelled',
      seriesId: call.id,
    } as const
    const sources: EventSource[] = [
      calendarOf([{start: fromSeptember, lines: [...weekly, ...off]}]),
      {kind: 'cadences', cadences: [series]},
    ]
    const datesOf = (more: EventSource[]) =>
      mergeEvents([...sources, ...more], window).problems.flatMap((problem) =>
        problem.kind === 'review' ? problem.dates : [],
      )
    expect(datesOf([])).toEqual(['2026-12-15', '2026-12-29'])
    expect(datesOf([{kind: 'touchpoints', touchpoints: [cancelled]}])).toEqual(['2026-12-29'])
    const broken = {...cancelled, start: 'next Tuesday'}
    expect(datesOf([{kind: 'touchpoints', touchpoints: [broken]}])).toHaveLength(2)
  })

  test('of a scheduled series is not to be announced', () => {
    const off = ['EXDATE:20261215T160000Z']
    const {events} = merged(calendarOf([{start: fromSeptember, lines: [...weekly, ...off]}]), {
      ...call,
      meets: 'scheduled',
    })
    expect(events).toContain('2026-12-15 cancelled')
  })
})

test('a date that LFX moved is one event at the new time, by the original start in its UID', () => {
  const lfx = (original: string, start: string) => ({
    uid: `91234500001-${Date.parse(`${original}T16:00:00Z`) / 1000}@lfx.linuxfoundation.org`,
    start: `${start.replaceAll('-', '')}T160000Z`,
  })
  const {events, reviews} = merged(
    calendarOf([
      lfx('2026-11-17', '2026-11-17'),
      lfx('2026-12-01', '2026-12-01'),
      lfx('2026-12-15', '2026-12-17'),
      lfx('2026-12-29', '2026-12-29'),
      lfx('2027-01-12', '2027-01-12'),
    ]),
  )
  expect(events).toEqual(confirmed('2026-12-01', '2026-12-17', '2026-12-29', '2027-01-12'))
  expect(reviews).toEqual([])
})

describe('silence means nothing', () => {
  test("in another community's calendar", () => {
    const off = ['EXDATE:20261215T160000Z']
    const feed = calendarOf([{start: fromSeptember, lines: [...weekly, ...off]}], 'other', false)
    expect(merged(feed).events).toEqual(confirmed(...dates))
  })

  test('before the first date that a feed still holds, because many feeds drop their past', () => {
    const feed = calendarOf([
      {uid: 'a', start: '20261229T160000Z'},
      {uid: 'b', start: '20270112T160000Z'},
    ])
    expect(merged(feed)).toEqual({events: confirmed(...dates), reviews: []})
  })

  test('after the last date of a feed that lists only the next months', () => {
    const feed = calendarOf([
      {uid: 'a', start: '20261201T160000Z'},
      {uid: 'b', start: '20261215T160000Z'},
    ])
    expect(merged(feed)).toEqual({events: confirmed(...dates), reviews: []})
  })

  test('when the calendar announces each date under its own title', () => {
    const feed = calendarOf([
      {uid: 'a', start: '20261201T160000Z', lines: ['SUMMARY:Touchpoint: licensing']},
      {uid: 'b', start: '20261229T160000Z', lines: ['SUMMARY:Touchpoint: security']},
    ])
    const series: CadenceInput = {...call, meets: 'scheduled', title: 'Touchpoints'}
    expect(merged(feed, series).events).toEqual([
      '2026-12-01 confirmed',
      '2026-12-15 to-be-announced',
      '2026-12-29 confirmed',
      '2027-01-12 to-be-announced',
    ])
  })
})

test('a calendar that ended is one problem with its last date, and no date is confirmed', () => {
  const ended = ['SUMMARY:Book WG', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261110T000000Z']
  const {events, reviews} = merged(calendarOf([{start: fromSeptember, lines: ended}]))
  expect(events).toEqual(dates.map((date) => `${date} to-be-announced`))
  expect(reviews).toEqual(['calendar-ended 2026-11-03'])
})

test('a calendar that a call names counts, even if its title is another one', () => {
  const off = [
    'SUMMARY:Reading circle',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'EXDATE:20261215T160000Z',
  ]
  const feed = calendarOf([{start: fromSeptember, lines: off}])
  const named = {...call, calendarId: 'main', eventUid: 'book@x'}
  expect(merged(feed, named).reviews).toEqual(['removed-dates 2026-12-15'])
  expect(merged(feed).reviews).toEqual([])
})

describe('a series that Google split', () => {
  const first = (id: string, until: string, own: boolean, later = '160000') =>
    calendarOf(
      [
        {
          uid: 'abc@google.com',
          start: '20261124T160000Z',
          lines: ['SUMMARY:Book WG', `RRULE:FREQ=WEEKLY${until}`],
        },
        ...(own
          ? [
              {
                uid: `abc_R20261215T${later}@google.com`,
                start: '20261215T170000Z',
                lines: ['SUMMARY:Book WG', 'RRULE:FREQ=WEEKLY;COUNT=2'],
              },
            ]
          : []),
      ],
      id,
      own,
    )

  test('stays one series: an unsplit copy in another feed ends there, and is reported', () => {
    const {events, problems} = mergeEvents(
      [first('main', ';UNTIL=20261214T000000Z', true), first('other', ';COUNT=6', false)],
      window,
    )
    expect(events.map(({start}) => start)).toEqual([
      '2026-12-01T16:00:00Z',
      '2026-12-08T16:00:00Z',
      '2026-12-15T17:00:00Z',
      '2026-12-22T17:00:00Z',
    ])
    expect(problems).toMatchObject([{kind: 'review', code: 'stale-copy'}])
  })

  test('ends in the copy on the same day, when the UID names the later part by its new time', () => {
    const {events} = mergeEvents(
      [first('main', ';UNTIL=20261214T000000Z', true, '170000'), first('other', ';COUNT=6', false)],
      window,
    )
    expect(events.map(({start}) => start)).not.toContain('2026-12-15T16:00:00Z')
  })

  test('keeps the sessions that name its first part', () => {
    const {events, problems} = mergeEvents(
      [
        first('main', ';UNTIL=20261214T000000Z', true),
        {
          kind: 'touchpoints',
          touchpoints: [
            {
              id: 'session',
              title: 'Licensing',
              start: '2026-12-22T17:00:00Z',
              minutes: 60,
              timeZone: 'Europe/Madrid',
              status: 'confirmed',
              eventUid: 'abc@google.com',
            },
          ],
        },
      ],
      window,
    )
    expect(events.find(({kind}) => kind === 'touchpoint')?.joins).toMatchObject([
      {reason: 'linked'},
    ])
    expect(problems.filter(({kind}) => kind === 'review')).toEqual([])
  })
})

test('a calendar that a limit cuts says nothing by what it leaves out', () => {
  const removed = {start: fromSeptember, lines: [...weekly, 'EXDATE:20261215T160000Z']}
  const dense = {uid: 'dense@x', start: fromSeptember, lines: ['RRULE:FREQ=MINUTELY']}
  const own = calendarOf([removed, dense])
  const {events} = mergeEvents([own, {kind: 'cadences', cadences: [call]}], {...window, limit: 500})
  const onThatDay = events.filter(
    ({kind, start}) => kind === 'cadence' && start === '2026-12-15T16:00:00Z',
  )
  expect(onThatDay.map(({status}) => status)).toEqual(['confirmed'])
  expect(merged(calendarOf([removed])).events).toContain('2026-12-15 cancelled')
})
