import {describe, expect, test} from 'vitest'

import type {FeedEvent} from '../../../calendar/index.ts'
import {editorsEventsResponse} from '../../../loaders/adapters/http/index.ts'
import {decisionDocument} from '../../../studio/calendar/decisionDocument.ts'
import type {EditorsEvents} from '../../../studio/calendar/readEditorsEvents.ts'
import {reviewItems, type PairItem} from '../../../studio/calendar/reviewItems.ts'
import {datasetValidator} from '../../support/datasetValidator.ts'
import {readContent} from '../../support/readContent.ts'
import {sampleLoader} from '../../support/sampleLoader.ts'

function event(id: string, fields: Partial<FeedEvent> = {}): FeedEvent {
  return {
    kind: 'feed',
    id,
    title: id,
    start: '2026-12-03T12:00:00Z',
    end: '2026-12-03T13:00:00Z',
    allDay: false,
    floating: false,
    status: 'confirmed',
    categories: [],
    calendarIds: [],
    sources: [],
    joins: [],
    ...fields,
  }
}

const board = {kind: 'feed-event', calendarId: 'a', uid: 'board@x'} as const
const budget = {kind: 'feed-event', calendarId: 'b', uid: 'budget@x'} as const

function duplicate(...sources: [string, string]): EditorsEvents['problems'][number] {
  const dates = ['2026-12-03T12:00:00Z']
  const fields = {kind: 'review', sources, dates, message: 'They look alike.'} as const
  return {...fields, code: 'possible-duplicate', meetings: [board, budget]}
}

describe('what to review', () => {
  test('has both meetings with their time in the editor’s zone, calendars and room', () => {
    const source = {
      kind: 'feed',
      key: 'a/board',
      calendarId: 'a',
      calendarTitle: 'Main calendar',
      own: true,
      uid: 'board@x',
      title: 'Board',
      start: '2026-12-03T12:00:00Z',
      end: '2026-12-03T13:00:00Z',
    } as const
    const events = [event('Board', {sources: [source], location: 'Room 1'}), event('Budget')]
    expect(
      reviewItems({events, problems: [duplicate('Board', 'Budget')]}, 'Asia/Tokyo'),
    ).toMatchObject([
      {
        kind: 'pair',
        meetings: [
          {
            identity: board,
            title: 'Board',
            when: 'Thu 3 Dec 2026, 21:00–22:00 (Asia/Tokyo)',
            source: 'Main calendar',
            room: 'Room 1',
          },
          {identity: budget, title: 'Budget', room: 'No room'},
        ],
      },
    ])
  })

  test('is one question for all dates of the two meetings, with the first date', () => {
    const later = {start: '2026-12-10T12:00:00Z', end: '2026-12-10T13:00:00Z'}
    const events = [event('a2', later), event('b2', later), event('a1'), event('b1')]
    const problems = [duplicate('a2', 'b2'), duplicate('a1', 'b1')]
    expect(reviewItems({events, problems}, 'UTC')).toMatchObject([
      {kind: 'pair', more: 1, start: '2026-12-03T12:00:00Z'},
    ])
  })

  test('names an event that a limit left out by the message only, instead of nothing', () => {
    const items = reviewItems({events: [], problems: [duplicate('a', 'b')]}, 'UTC')
    expect(items).toMatchObject([{kind: 'notice', message: 'They look alike.'}])
  })

  test('lists what to correct elsewhere, with the documents to open', () => {
    const dates = ['2026-12-03']
    const notice = {kind: 'review', dates, message: 'Correct it.'} as const
    const problems: EditorsEvents['problems'] = [
      {...notice, code: 'removed-dates', sources: ['wg-book', 'calendar-todo']},
      {...notice, code: 'stale-copy', sources: ['calendar-chaoss', 'abc@google.com']},
    ]
    expect(reviewItems({events: [], problems}, 'UTC')).toMatchObject([
      {kind: 'notice', cadenceId: 'wg-book', calendarId: 'calendar-todo'},
      {kind: 'notice', calendarId: 'calendar-chaoss'},
    ])
  })

  test('offers to link sessions again, to the events that the merge found for them', () => {
    const source = {
      kind: 'feed',
      key: 'a/new',
      calendarId: 'a',
      calendarTitle: 'Main calendar',
      own: true,
      uid: 'new@x',
      title: 'Call',
      start: '2026-12-03T12:00:00Z',
      end: '2026-12-03T13:00:00Z',
    } as const
    const {kind: _, ...fields} = event('session', {sources: [source]})
    const session = {
      ...fields,
      kind: 'touchpoint',
      touchpoint: {id: 'session', status: 'planned'},
    } as const
    const problem: EditorsEvents['problems'][number] = {
      kind: 'disagreement',
      eventId: 'session',
      field: 'eventUid',
      values: [
        {source: 'session', value: 'old@x'},
        {source: 'other', value: 'old@x'},
      ],
      message: 'The meeting was created again.',
    }
    expect(reviewItems({events: [session], problems: [problem]}, 'UTC')).toMatchObject([
      {kind: 'relink', links: [{touchpointId: 'session', eventUid: 'new@x'}]},
    ])
    // A session without another event cannot be linked. The event's own panel shows its problem.
    expect(reviewItems({events: [], problems: [problem]}, 'UTC')).toEqual([])
  })

  test('leaves out other problems, which the calendar shows elsewhere', () => {
    const problems: EditorsEvents['problems'] = [
      {kind: 'feed', source: 'calendar-todo', code: 'timeout', message: 'Too slow.'},
    ]
    expect(reviewItems({events: [], problems}, 'UTC')).toEqual([])
  })
})

describe('a decision in the Studio', () => {
  const window = {from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z'}
  const session = {
    _id: 'touchpoint-town-hall',
    _type: 'touchpoint',
    title: 'CHAOSS community call',
    slug: {_type: 'slug', current: 'town-hall'},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    status: 'planned',
    audience: 'everyone',
  }

  /** Returns the calendar as the editors' handler serves it, with a session an hour after a feed's event. */
  async function serve(...decisions: {_id: string}[]) {
    const settings = {audience: 'members', now: '2026-11-20T00:00:00Z'} as const
    const {data} = await sampleLoader({settings}).events(window)
    const call = data.find(({title, status}) => title === session.title && status === 'confirmed')
    const start = new Date(Date.parse(call?.start ?? '') + 3_600_000).toISOString()
    const schedule = {_type: 'schedule', start, timeZone: 'Europe/London', minutes: 60}
    const documents = [{...session, schedule}, ...decisions]
    const loader = sampleLoader({documents, settings})
    const response = await editorsEventsResponse(loader, new URLSearchParams(window))
    const calendar: EditorsEvents = await response.json()
    const pairs = reviewItems(calendar, 'UTC').filter((item): item is PairItem =>
      JSON.stringify(item).includes(session._id),
    )
    const day = start.slice(0, 10)
    const shown = calendar.events.filter(
      (each) => each.title === session.title && each.start.startsWith(day),
    )
    return {pairs, shown, start}
  }

  test('is stored as the schema requires, and is respected from then on', async () => {
    const before = await serve()
    expect(before.shown).toHaveLength(2)
    const [pair] = before.pairs
    if (!pair) throw new Error('The session and the event are not reported.')
    const decisions = (['same', 'different'] as const).map((verdict) => ({
      _id: 'decision',
      ...decisionDocument(verdict, pair.meetings),
    }))
    const validate = datasetValidator([...readContent(), ...decisions])
    for (const decision of decisions) expect((await validate(decision)).markers).toEqual([])

    const [same, different] = await Promise.all(decisions.map((each) => serve(each)))
    expect(same?.pairs).toEqual([])
    expect(same?.shown).toMatchObject([{start: before.start.replace('.000Z', 'Z')}])
    expect(different?.pairs).toEqual([])
    expect(different?.shown).toHaveLength(2)
  })

  test('has a title of one line, although a feed can have any', () => {
    const meeting = {identity: board, title: ' A\n\ntitle ', when: '', source: '', room: ''}
    const long = {...meeting, title: 'x'.repeat(300)}
    const {first, second} = decisionDocument('same', [meeting, long])
    expect(first).toMatchObject({title: 'A title', eventUid: 'board@x'})
    expect(second.title).toHaveLength(200)
    expect(decisionDocument('same', [{...meeting, title: ' '}, long]).first).not.toHaveProperty(
      'title',
    )
  })
})
