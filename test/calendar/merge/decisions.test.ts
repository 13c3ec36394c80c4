import {describe, expect, test} from 'vitest'
import {ownUrl} from '../../../calendar/links/index.ts'
import type {DecisionInput} from '../../../calendar/merge/sources.ts'
import type {MeetingIdentity} from '../../../calendar/merge/meetingIdentity.ts'
import {mergeEvents} from '../../../calendar/merge/mergeEvents.ts'
import type {CadenceInput, EventSource} from '../../../calendar/merge/sources.ts'
import {
  cadences,
  feed,
  occurrence,
  slots,
  thursdays,
  thursdaySlot,
  touchpoint,
  touchpoints,
} from './fakes.ts'

const march = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
const start = '2024-03-28T13:00:00Z'
const room = ownUrl('https://zoom.us/j/123456789')

const board: MeetingIdentity = {kind: 'feed-event', calendarId: 'a', uid: 'board@x'}
const budget: MeetingIdentity = {kind: 'feed-event', calendarId: 'b', uid: 'budget@x'}

function decided(
  verdict: DecisionInput['verdict'],
  first: MeetingIdentity,
  second: MeetingIdentity,
): EventSource {
  return {kind: 'decisions', decisions: [{verdict, meetings: [first, second]}]}
}

function merged(...sources: EventSource[]) {
  const {events, problems} = mergeEvents(sources, march)
  return {
    events: events.map(({title, start, joins}) => ({
      title,
      start,
      reasons: joins.map(({reason}) => reason),
    })),
    reviews: problems.filter((problem) => problem.kind === 'review'),
    problems,
  }
}

const sharedRoom = (at = start) => [
  feed('a', [occurrence(at, {uid: 'board@x', title: 'Board', joinUrl: room})], {own: true}),
  feed('b', [occurrence(at, {uid: 'budget@x', title: 'Budget planning', joinUrl: room})]),
]

describe('a possible duplicate', () => {
  test('carries both identities, so that a decision can name them', () => {
    expect(merged(...sharedRoom()).reviews).toMatchObject([
      {code: 'possible-duplicate', meetings: [board, budget]},
    ])
  })

  test('that an editor calls the same is one event without a problem, although the titles differ', () => {
    const {events, problems} = merged(...sharedRoom(), decided('same', board, budget))
    expect(events).toEqual([{title: 'Board', start, reasons: ['decided']}])
    expect(problems).toEqual([])
  })

  test('that an editor calls different stays two events without a problem', () => {
    const {events, problems} = merged(...sharedRoom(), decided('different', budget, board))
    expect(events.map(({title}) => title)).toEqual(['Board', 'Budget planning'])
    expect(problems).toEqual([])
  })

  test('is decided for every date of a series, because both have one UID', () => {
    const decision = decided('same', board, budget)
    for (const day of ['07', '14', '21']) {
      const at = `2024-03-${day}T13:00:00Z`
      expect(merged(...sharedRoom(at), decision).events).toEqual([
        {title: 'Board', start: at, reasons: ['decided']},
      ])
    }
  })

  test('is decided for the later part of a series that Google split, which has another UID', () => {
    const split = 'abc_R20240328T130000@google.com'
    const sources = [
      feed('a', [occurrence(start, {uid: split, title: 'Board', joinUrl: room})], {own: true}),
      sharedRoom()[1],
    ].flatMap((source): EventSource[] => (source ? [source] : []))
    const named = {kind: 'feed-event', calendarId: 'a', uid: 'abc@google.com'} as const
    expect(merged(...sources).reviews).toMatchObject([{meetings: [named, budget]}])
    expect(merged(...sources, decided('same', named, budget)).events).toHaveLength(1)
    // A person may have stored the UID as the feed contains it.
    const stored = {...named, uid: split}
    expect(merged(...sources, decided('same', stored, budget)).events).toHaveLength(1)
  })

  test('is not decided by a decision about other meetings', () => {
    const unknown = {kind: 'document', id: 'nowhere'} as const
    const other = {...budget, calendarId: 'c'}
    for (const second of [unknown, other, board]) {
      expect(merged(...sharedRoom(), decided('same', board, second))).toEqual(
        merged(...sharedRoom()),
      )
    }
  })
})

describe('different', () => {
  const titled = (id: string, uid: string, own = false) =>
    feed(id, [occurrence(start, {uid, title: 'Office hours'})], {own})

  test('keeps two events with one title apart', () => {
    const sources = [titled('a', 'board@x'), titled('b', 'budget@x')]
    expect(merged(...sources).events).toHaveLength(1)
    expect(merged(...sources, decided('different', board, budget)).events).toHaveLength(2)
  })

  test('keeps them apart also through a third event that looks like both', () => {
    const sources = [titled('a', 'board@x'), titled('b', 'budget@x'), titled('c', 'third@x')]
    const {events} = mergeEvents([...sources, decided('different', board, budget)], march)
    const together = events.filter(({calendarIds}) => calendarIds.join().includes('a,b'))
    expect(events).toHaveLength(2)
    expect(together).toEqual([])
  })

  test('does not separate a session from the event that it names by UID', () => {
    const session = touchpoint(start, {id: 't', title: 'Licensing', eventUid: 'board@x'})
    const sources = [titled('a', 'board@x'), touchpoints(session)]
    const decision = decided('different', {kind: 'document', id: 't'}, board)
    expect(merged(...sources, decision).events).toEqual([
      {title: 'Licensing', start, reasons: ['linked']},
    ])
  })

  test('wins over same for the same two meetings, because it hides no event', () => {
    const decisions = [decided('same', board, budget), decided('different', board, budget)]
    expect(merged(...sharedRoom(), ...decisions).events).toHaveLength(2)
    expect(merged(...sharedRoom(), ...decisions.toReversed()).events).toHaveLength(2)
  })
})

describe('a moved meeting', () => {
  const at = (id: string, uid: string, time: string, own = false) =>
    feed(id, [occurrence(`2024-03-28T${time}:00Z`, {uid, title: 'Office hours'})], {own})

  test('that an editor calls the same is shown once, at the time of the own calendar', () => {
    const sources = [at('a', 'board@x', '14:30', true), at('b', 'budget@x', '13:00')]
    expect(merged(...sources).reviews).toMatchObject([
      {code: 'possible-move', meetings: [board, budget]},
    ])
    const {events, reviews, problems} = merged(...sources, decided('same', board, budget))
    expect(events).toEqual([
      {title: 'Office hours', start: '2024-03-28T14:30:00Z', reasons: ['decided']},
    ])
    expect(reviews).toEqual([])
    // The outdated calendar is still wrong, and an editor can have it corrected.
    expect(problems).toMatchObject([{kind: 'disagreement', field: 'start'}])
  })

  test('is shown at the time of the session, because editors decided about it', () => {
    const session = touchpoint('2024-03-28T14:30:00Z', {id: 't', title: 'Office hours'})
    const {events} = merged(
      at('b', 'budget@x', '13:00'),
      touchpoints(session),
      decided('same', {kind: 'document', id: 't'}, budget),
    )
    expect(events).toEqual([
      {title: 'Office hours', start: '2024-03-28T14:30:00Z', reasons: ['decided']},
    ])
  })

  test('that an editor calls different stays two events without a problem', () => {
    const sources = [at('a', 'board@x', '14:30', true), at('b', 'budget@x', '13:00')]
    const {events, problems} = merged(...sources, decided('different', board, budget))
    expect(events).toHaveLength(2)
    expect(problems).toEqual([])
  })

  test('more than two hours away is not the same date', () => {
    const sources = [at('a', 'board@x', '15:01', true), at('b', 'budget@x', '13:00')]
    expect(merged(...sources, decided('same', board, budget)).events).toHaveLength(2)
  })

  test('takes the nearest of two slots of a day', () => {
    const slots = feed(
      'a',
      ['13:00', '14:30'].map((time) =>
        occurrence(`2024-03-28T${time}:00Z`, {
          uid: 'board@x',
          recurrenceId: `2024-03-28T${time}:00Z`,
          title: 'Office hours',
        }),
      ),
      {own: true},
    )
    const {events} = merged(slots, at('b', 'budget@x', '14:30'), decided('same', board, budget))
    expect(events.map(({start, reasons}) => `${start} ${reasons.join()}`)).toEqual([
      '2024-03-28T13:00:00Z ',
      '2024-03-28T14:30:00Z decided',
    ])
  })
})

describe('the identity of a session', () => {
  const session = touchpoint(start, {
    id: 't',
    title: 'Licensing with Ana',
    seriesId: thursdays.id,
    seriesTitle: thursdays.title,
    joinUrl: room,
  })
  const [feedA] = sharedRoom()
  const sources = [feedA, touchpoints(session)].flatMap((source): EventSource[] =>
    source ? [source] : [],
  )

  test('is its series if that has a cadence, so that the next session has no question', () => {
    expect(merged(...sources, cadences(thursdays)).reviews).toMatchObject([
      {meetings: [board, {kind: 'document', id: thursdays.id}]},
    ])
  })

  test('is its own document if the series meets on demand, for sessions of different kinds', () => {
    expect(merged(...sources).reviews).toMatchObject([
      {meetings: [board, {kind: 'document', id: 't'}]},
    ])
  })

  test('is either of them in a decision, and the one about the session wins', () => {
    const ofSeries = decided('same', {kind: 'document', id: thursdays.id}, board)
    const ofSession = decided('different', {kind: 'document', id: 't'}, board)
    expect(merged(...sources, ofSeries).events).toHaveLength(1)
    expect(merged(...sources, ofSeries, ofSession).events).toHaveLength(2)
  })
})

describe('a series that names its event', () => {
  const call: CadenceInput = {
    meets: 'standing',
    id: 'wg-book',
    title: 'Book Working Group: Book call',
    minutes: 60,
    cadence: slots({...thursdaySlot, timeZone: 'Etc/UTC', time: '13:00'}),
    calendarId: 'a',
    eventUid: 'board@x',
  }
  const dates = ['07', '14', '21', '28']
  const events = (some: readonly string[], time = '13:00') =>
    some.map((date) =>
      occurrence(`2024-03-${date}T${time}:00Z`, {
        uid: 'board@x',
        recurrenceId: `2024-03-${date}T13:00:00Z`,
        title: 'Sync',
      }),
    )

  test('is one event with it, although title and room say nothing', () => {
    const {events: shown} = merged(feed('a', events(dates), {own: true}), cadences(call))
    expect(shown.map(({reasons}) => reasons)).toEqual(dates.map(() => ['decided']))
  })

  test('has a date that the calendar removed as cancelled', () => {
    const left = dates.filter((date) => date !== '14')
    const result = mergeEvents([feed('a', events(left), {own: true}), cadences(call)], march)
    expect(result.events.map(({status}) => status)).toEqual([
      'confirmed',
      'cancelled',
      'confirmed',
      'confirmed',
    ])
    expect(result.problems).toMatchObject([{code: 'removed-dates', dates: ['2024-03-14']}])
  })

  test('has a moved date once, at the new time', () => {
    const moved = [...events(['07', '14', '21']), ...events(['28'], '14:30')]
    const {events: shown} = merged(feed('a', moved, {own: true}), cadences(call))
    expect(shown.map(({start}) => start).filter((each) => each.startsWith('2024-03-28'))).toEqual([
      '2024-03-28T14:30:00Z',
    ])
  })

  test('is recognized by one date, because a named event is no coincidence', () => {
    const later = mergeEvents([feed('a', events(['07']), {own: true}), cadences(call)], {
      ...march,
      now: '2024-03-10T00:00:00Z',
    })
    expect(later.problems).toMatchObject([{code: 'calendar-ended', dates: ['2024-03-07']}])
  })

  test('without a name is recognized by a decision about it', () => {
    const {calendarId: _, eventUid: __, ...unnamed} = call
    const left = feed('a', events(dates.filter((date) => date !== '14')), {own: true})
    const decision = decided('same', {kind: 'document', id: 'wg-book'}, board)
    const {reviews} = merged(left, cadences(unnamed), decision)
    expect(reviews).toMatchObject([{code: 'removed-dates', dates: ['2024-03-14']}])
    expect(merged(left, cadences(unnamed)).reviews).toEqual([])
  })
})
