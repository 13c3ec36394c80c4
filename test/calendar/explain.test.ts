import {describe, expect, test} from 'vitest'
import {explain} from '../../calendar/explain.ts'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import type {CadenceInput, DecisionInput, EventSource} from '../../calendar/merge/sources.ts'
import {feed, occurrence, thursdays, touchpoint} from './merge/fakes.ts'

const window = {
  from: '2024-03-20T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
}
const start = '2024-03-28T13:00:00Z'
const room = 'https://meet.jit.si/community'

/** Explains the events of these sources. */
function sentences(...sources: EventSource[]): string[][] {
  return mergeEvents(sources, window).events.map((event) => explain(event))
}

const session = (rest: Parameters<typeof touchpoint>[1] = {}): EventSource => ({
  kind: 'touchpoints',
  touchpoints: [touchpoint(start, {title: 'Licensing', ...rest})],
})
const cadences = (rest: Partial<CadenceInput> = {}): EventSource => ({
  kind: 'cadences',
  cadences: [{...thursdays, ...rest}],
})
const noLink = 'It has no join link, because no source has a link to a room.'

describe('an event with one source', () => {
  test('a session that editors confirmed', () => {
    expect(sentences(session({joinUrl: room}))).toEqual([
      [
        'Editors keep this event as a session. No calendar or cadence has it.',
        'The join link is that of the session "Licensing".',
      ],
    ])
  })

  test('a session that fills a date of its series, at the hour of the cadence or at another one', () => {
    const inSeries = {seriesId: thursdays.id, seriesTitle: thursdays.title}
    const sentenceOf = (at: string) =>
      sentences(session({...inSeries, start: at}), cadences()).at(-1)?.[0]
    expect(sentenceOf(start)).toBe(
      'Editors keep this event as a session. It fills a date of the series "Thursday Touchpoints". No calendar has it.',
    )
    expect(sentenceOf('2024-03-28T15:00:00Z')).toBe(
      'Editors keep this event as a session. It fills a date of the series "Thursday Touchpoints", which its cadence has at 2024-03-28T13:00:00Z. No calendar has it.',
    )
  })

  test('a session that is planned, without a link', () => {
    expect(sentences(session({status: 'planned'}))).toEqual([
      [
        'Editors keep this event as a session. No calendar or cadence has it.',
        'It is tentative, because the editors have not confirmed the session yet.',
        noLink,
      ],
    ])
  })

  test('a session that an editor canceled needs no link', () => {
    expect(sentences(session({status: 'cancelled', cancelReason: 'Holiday'}))).toEqual([
      [
        'Editors keep this event as a session. No calendar or cadence has it.',
        'It is canceled, because an editor canceled the session.',
        'The reason given is "Holiday".',
      ],
    ])
  })

  test('a session for members has no link, because of that', () => {
    expect(sentences(session({audience: 'members'}))[0]?.at(-1)).toBe(
      'It has no join link, because it is for members.',
    )
  })

  test("an event of another community's calendar that is tentative", () => {
    expect(sentences(feed('todo', [occurrence(start, {status: 'tentative'})]))).toEqual([
      [
        'This event is in the calendar "TODO". No session or cadence is the same meeting.',
        'It is tentative, because the calendar "TODO" says so.',
        noLink,
      ],
    ])
  })

  test('an event without a zone, in a calendar without one', () => {
    const floating = {floating: true, start: '2024-03-28T13:00:00', end: '2024-03-28T14:00:00'}
    expect(sentences(feed('todo', [occurrence(start, floating)], {own: true}))).toEqual([
      [
        'This event is in the community\'s own calendar "TODO". No session or cadence is the same meeting.',
        'It has no time zone, because neither the event nor its calendar names one.',
        noLink,
      ],
    ])
  })

  test('a private event of a calendar that publishes busy times', () => {
    const secret = occurrence(start, {classification: 'private'})
    expect(sentences(feed('todo', [secret], {nonPublicEvents: 'busy'}))).toEqual([
      ['This event is in the calendar "TODO", which does not publish more than its time.'],
    ])
  })

  test('a date of a scheduled series, and one of a standing series', () => {
    const source =
      'This event is a date of the series "Thursday Touchpoints", by its cadence. No session or calendar has it.'
    expect(sentences(cadences({meets: 'scheduled'}))[0]).toEqual([
      source,
      'It is to be announced, because the series needs a session for each of its dates, and this date has none.',
      noLink,
    ])
    expect(sentences(cadences({meets: 'standing', joinUrl: room}))[0]).toEqual([
      source,
      'It is confirmed, because the series meets on each of its dates unless one is canceled.',
      'The join link is that of the series "Thursday Touchpoints".',
    ])
  })
})

describe('a date of a series', () => {
  test('that an editor skipped or moved', () => {
    const date = '2024-03-21'
    const skipped = {
      ...thursdays.cadence,
      exceptions: [{kind: 'skipped' as const, date, reason: 'Holiday'}],
    }
    expect(sentences(cadences({cadence: skipped}))[0]?.slice(1)).toEqual([
      'It is canceled, because an editor skipped the date in the cadence.',
      'The reason given is "Holiday".',
    ])
    const moved = {
      ...thursdays.cadence,
      exceptions: [{kind: 'moved' as const, date, toDate: '2024-03-22'}],
    }
    expect(sentences(cadences({cadence: moved}))[0]?.[1]).toBe(
      'An editor moved this date in the cadence.',
    )
  })

  test('that its own calendar leaves out, or that comes after its last event', () => {
    const call = (day: string) =>
      occurrence(`${day}T13:00:00Z`, {title: 'Thursday Touchpoints', uid: `${day}@example.org`})
    const days = ['2024-03-07', '2024-03-14', '2024-03-21', '2024-04-04', '2024-04-11']
    const own = (some: string[]) => feed('todo', some.map(call), {own: true})
    const standing = cadences({meets: 'standing'})
    expect(sentences(own(days), standing)[1]).toEqual([
      'This event is a date of the series "Thursday Touchpoints", by its cadence. No session or calendar has it.',
      'It is canceled, because the calendar of the series leaves out this date.',
    ])
    expect(sentences(own(days.slice(0, 2)), standing)[0]).toEqual([
      'This event is a date of the series "Thursday Touchpoints", by its cadence. No session or calendar has it.',
      'It is to be announced, because the calendar of the series has no later event.',
      noLink,
    ])
  })
})

describe('a date of a series that its calendar has an hour later', () => {
  const days = ['2024-03-07', '2024-03-14', '2024-03-21', '2024-03-28']
  const call = (at: string) =>
    occurrence(at, {title: 'Thursday Touchpoints', uid: `${at}@example.org`})
  const own = feed(
    'todo',
    days.map((day) => call(day === '2024-03-28' ? `${day}T14:00:00Z` : `${day}T13:00:00Z`)),
    {own: true},
  )
  const standing = cadences({meets: 'standing', audience: 'members', joinUrl: room})

  test('is one event of the series at the new time, so that a room for members stays one', () => {
    const {events, problems} = mergeEvents([own, standing], window)
    expect(events.filter((event) => event.start.startsWith('2024-03-28'))).toMatchObject([
      {
        kind: 'feed',
        start: '2024-03-28T14:00:00Z',
        status: 'confirmed',
        audience: 'members',
        series: {id: thursdays.id, title: 'Thursday Touchpoints'},
        joins: [{reason: 'moved-date'}],
      },
    ])
    expect(problems).toEqual([])
  })

  test('says where its time comes from', () => {
    expect(sentences(own, standing).at(-1)).toEqual([
      '2 sources describe this event: the community\'s own calendar "TODO" and the series "Thursday Touchpoints".',
      'The series "Thursday Touchpoints" and the community\'s own calendar "TODO" are joined, because the calendar of the series has this date at another time.',
      'The time is that of the community\'s own calendar "TODO". The series "Thursday Touchpoints" has 2024-03-28T13:00:00Z to 2024-03-28T14:00:00Z.',
      'The join link is that of the series "Thursday Touchpoints".',
    ])
  })
})

describe('two events that may be one meeting', () => {
  const named = feed('todo', [occurrence(start, {title: 'Licensing hour'})])

  test('do not say that no other source has them, because an editor is asked', () => {
    expect(sentences(session(), named)).toEqual([
      [
        'This event is in the calendar "TODO".',
        'It may be the same meeting as "Licensing". An editor has to decide.',
        noLink,
      ],
      [
        'Editors keep this event as a session.',
        'It may be the same meeting as "Licensing hour". An editor has to decide.',
        noLink,
      ],
    ])
  })

  test.each([
    ['Licensing hour', 'looks like it'],
    ['Licensing', 'would be joined'],
  ])('say what an editor decided about "%s", which %s', (title) => {
    const other = feed('todo', [occurrence(start, {title})])
    const different: EventSource = {
      kind: 'decisions',
      decisions: [
        {
          verdict: 'different',
          meetings: [
            {kind: 'document', id: 'tp-security'},
            {kind: 'feed-event', calendarId: 'todo', uid: 'one@example.org'},
          ],
        },
      ],
    }
    const [ofFeed, ofSession] = sentences(session(), other, different)
    expect(ofSession?.slice(0, 2)).toEqual([
      'Editors keep this event as a session. No calendar or cadence has it.',
      `An editor decided that it is not the same meeting as "${title}".`,
    ])
    expect(ofFeed?.[1]).toBe('An editor decided that it is not the same meeting as "Licensing".')
  })

  test('name the other time, if one of them may have been moved', () => {
    const later = feed('todo', [occurrence('2024-03-28T14:00:00Z', {title: 'Licensing'})])
    expect(sentences(session(), later)[0]?.[1]).toBe(
      'It may be the same meeting as "Licensing" at 2024-03-28T14:00:00Z. An editor has to decide.',
    )
  })
})

describe('an event with several sources', () => {
  test('a session that names the event of a feed, with other titles, times and links', () => {
    const later = '2024-03-28T14:00:00Z'
    const own = feed(
      'todo',
      [occurrence(later, {uid: 'call@example.org', title: 'Call', status: 'cancelled'})],
      {own: true},
    )
    expect(sentences(session({eventUid: 'call@example.org', joinUrl: room}), own)).toEqual([
      [
        '2 sources describe this event: the session "Licensing" and the community\'s own calendar "TODO".',
        'The community\'s own calendar "TODO" and the session "Licensing" are joined, because the session names the UID of the event.',
        'The title is that of the session "Licensing". The community\'s own calendar "TODO" calls it "Call".',
        `The time is that of the session "Licensing". The community's own calendar "TODO" has ${later} to 2024-03-28T15:00:00Z.`,
        'It is canceled, because the community\'s own calendar "TODO" says so.',
        'The join link is that of the session "Licensing".',
      ],
    ])
  })

  test('the same UID, room and title in four calendars', () => {
    const call = (rest = {}) => occurrence(start, {title: 'Open call', ...rest})
    expect(
      sentences(
        feed('a', [call({joinUrl: room, uid: 'same@example.org'})], {own: true}),
        feed('b', [call({uid: 'same@example.org'})]),
        feed('c', [call({joinUrl: room, uid: 'other@example.org'})]),
        feed('d', [call({uid: 'fourth@example.org', title: 'Open calls'})]),
      ),
    ).toEqual([
      [
        '4 sources describe this event: the community\'s own calendar "A", the calendar "B", the calendar "C", and the calendar "D".',
        'The community\'s own calendar "A" and the calendar "B" are joined, because both have the same UID.',
        'The community\'s own calendar "A" and the calendar "C" are joined, because they start at the same time in the same room.',
        'The community\'s own calendar "A" and the calendar "D" are joined, because they start at the same time and their titles match.',
        'The title is that of the community\'s own calendar "A". The calendar "D" calls it "Open calls".',
        'The join link is that of the community\'s own calendar "A".',
      ],
    ])
  })

  test('an editor decided that two meetings are one', () => {
    const decision: DecisionInput = {
      verdict: 'same',
      meetings: [
        {kind: 'document', id: 'tp-security'},
        {kind: 'feed-event', calendarId: 'todo', uid: 'one@example.org'},
      ],
    }
    const [event] = sentences(
      session(),
      feed('todo', [occurrence(start, {title: 'Office hour'})]),
      {
        kind: 'decisions',
        decisions: [decision],
      },
    )
    expect(event?.[1]).toBe(
      'The calendar "TODO" and the session "Licensing" are joined, because an editor said that they are one meeting.',
    )
  })
})
