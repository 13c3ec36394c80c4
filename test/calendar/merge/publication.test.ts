import {describe, expect, test} from 'vitest'

import {ownUrl} from '../../../calendar/links/index.ts'
import {mergeEvents, type CadenceInput, type FeedSource} from '../../../calendar/merge/index.ts'
import {feed, occurrence, slots, thursdaySlot, touchpoint, touchpoints} from './fakes.ts'

const start = '2024-03-28T13:00:00Z'
const window = {
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-15T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
}
const secret = occurrence(start, {
  uid: 'ana.secret@example.org',
  recurrenceId: start,
  classification: 'private',
  title: 'Secret talk',
  description: 'Secret plans',
  location: 'Secret room',
  url: ownUrl('https://example.org/secret'),
  joinUrl: ownUrl('https://zoom.us/j/81234567890'),
  categories: ['secret'],
  organizer: {name: 'Secret organizer', email: 'secret@example.org'},
})
const policies = ['leave-out', 'busy'] as const

describe('an event that is not public', () => {
  test('is left out by default', () => {
    expect(mergeEvents([feed('own', [secret])], window)).toEqual({events: [], problems: []})
  })

  test.each(['private', 'confidential'] as const)(
    'of class %s is only a busy time',
    (classification) => {
      const source = feed('own', [{...secret, classification}], {nonPublicEvents: 'busy'})
      const result = mergeEvents([source], window)
      expect(JSON.stringify(result)).not.toMatch(/secret|zoom/i)
      expect(result.events).toMatchObject([
        {kind: 'feed', title: 'Busy', start, end: '2024-03-28T14:00:00Z', categories: []},
      ])
    },
  )

  test('is shown when an editor has chosen so', () => {
    const source = feed('own', [secret], {nonPublicEvents: 'show'})
    expect(mergeEvents([source], window).events[0]).toMatchObject({title: 'Secret talk'})
  })

  test('is not a busy time when it is canceled', () => {
    const source = feed('own', [{...secret, status: 'cancelled'}], {nonPublicEvents: 'busy'})
    expect(mergeEvents([source], window).events).toEqual([])
  })

  test('is one busy time with another at the same time', () => {
    const both = [secret, {...secret, uid: 'other'}]
    expect(mergeEvents([feed('own', both, {nonPublicEvents: 'busy'})], window).events).toHaveLength(
      1,
    )
  })

  test.each(policies)('changes no other event and no problem (%s)', (nonPublicEvents) => {
    const open = occurrence(start, {uid: 'open', title: 'Secret talk', status: 'tentative'})
    const own = touchpoint(start, {title: 'Secret talk', joinUrl: secret.joinUrl ?? null})
    const others = [feed('other', [open]), touchpoints(own)]
    const hidden = feed('own', [{...secret, status: 'cancelled'}, secret], {
      own: true,
      nonPublicEvents,
    })
    const {events, problems} = mergeEvents([hidden, ...others], window)
    const alone = mergeEvents(others, window)
    expect(events.filter(({title}) => title !== 'Busy')).toEqual(alone.events)
    expect(problems).toEqual(alone.problems)
  })

  test.each(policies)(
    'never hides the touchpoint that names it, and is no dead link (%s)',
    (policy) => {
      const own = touchpoint(start, {eventUid: secret.uid})
      const result = mergeEvents(
        [feed('own', [secret], {nonPublicEvents: policy}), touchpoints(own)],
        window,
      )
      expect(result.events).toMatchObject([{kind: 'touchpoint', title: own.title, joins: []}])
      expect(result.problems).toEqual([])
    },
  )

  test('is not repeated as a busy time when another feed shows it', () => {
    const {classification: _, ...open} = secret
    const hidden = feed('own', [secret], {nonPublicEvents: 'busy'})
    expect(mergeEvents([hidden, feed('other', [open])], window).events).toMatchObject([
      {title: 'Secret talk', calendarIds: ['other']},
    ])
  })
})

test('a date that is private in its own calendar is not reported as removed', () => {
  const dates = ['2024-03-21', '2024-03-28', '2024-04-04', '2024-04-11']
  const calls = dates.map((date) =>
    occurrence(`${date}T13:00:00Z`, {
      uid: 'call',
      recurrenceId: `${date}T13:00:00Z`,
      title: 'Metrics call',
      ...(date === '2024-04-04' && {classification: 'private'}),
    }),
  )
  const cadence: CadenceInput = {
    meets: 'standing',
    id: 'metrics',
    title: 'Metrics call',
    minutes: 60,
    cadence: slots({...thursdaySlot, time: '13:00', timeZone: 'UTC', endDate: null}),
  }
  const statuses = (occurrences: typeof calls) => {
    const own = feed('own', occurrences, {own: true})
    const {events, problems} = mergeEvents([own, {kind: 'cadences', cadences: [cadence]}], window)
    const event = events.find(({start}) => start === '2024-04-04T13:00:00Z')
    return [event?.status, problems.length]
  }
  const removed = calls.filter(({classification}) => classification === undefined)
  expect(statuses(removed)).toEqual(['cancelled', 1])
  expect(statuses(calls)).toEqual(['confirmed', 0])
})

describe('of a public event', () => {
  const published = (fields: Parameters<typeof occurrence>[1], policy: Partial<FeedSource> = {}) =>
    mergeEvents([feed('own', [occurrence(start, fields)], policy)], window).events[0]

  test('mail addresses are removed from names and texts, and links keep theirs', () => {
    const event = published({
      title: 'Talk by ana@example.org',
      description: 'Register: https://example.org/a@b.example\nQuestions: mailto:ana@example.org',
      location: 'room-12@resource.calendar.google.com',
      url: ownUrl('mailto:ana@example.org'),
      categories: ['ana@example.org', 'talks'],
      organizer: {name: 'Ana Silva <ana@example.org>', email: 'ana@example.org'},
    })
    expect(event).toMatchObject({
      title: 'Talk',
      description: 'Register: https://example.org/a@b.example',
      categories: ['talks'],
      organizer: {name: 'Ana Silva'},
    })
    expect(Object.keys(event ?? {})).not.toEqual(expect.arrayContaining(['location']))
    expect(event?.url).toBeUndefined()
  })

  test('an organizer with a mail address as name has no name', () => {
    expect(
      published({organizer: {name: 'ana@example.org', email: 'ana@example.org'}}),
    ).not.toHaveProperty('organizer')
  })

  test('mail addresses are shown when an editor has chosen so', () => {
    const organizer = {name: 'Ana <ana@example.org>', email: 'ana@example.org'}
    expect(published({organizer}, {mailAddresses: 'show'})).toMatchObject({organizer})
  })

  test('links and keys of the host are never published, under no policy', () => {
    const event = published(
      {
        description: 'Start: https://zoom.us/s/81234567890?zak=abc Host key: 123456',
        location: 'https://zoom.us/s/81234567890',
        url: ownUrl('https://example.org/x?zak=abc'),
        joinUrl: ownUrl('https://zoom.us/s/81234567890'),
      },
      {mailAddresses: 'show', nonPublicEvents: 'show'},
    )
    expect(JSON.stringify(event)).not.toMatch(/zak|81234567890|123456/)
  })

  test('the passcode stays, because its feed has it and visitors need it', () => {
    const description = 'Join https://zoom.us/j/81234567890. Passcode: 123456'
    expect(published({description})).toMatchObject({description})
  })
})
