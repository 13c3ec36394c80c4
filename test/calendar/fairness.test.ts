import {describe, expect, test} from 'vitest'

import {feedCalendarLimits, maxOccurrencesOfMerge} from '../../calendar/limits.ts'
import {fairShare, keepFairly} from '../../calendar/fairness.ts'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import {calendar, event} from './hostile/compose.ts'
import {feed, occurrence, touchpoint, touchpoints} from './merge/fakes.ts'

describe('fairShare', () => {
  test.each([
    [[2, 50, 90], 30, 14],
    [[1, 1, 1], 2, 0],
    [[5, 5], 10, Infinity],
    [[], 0, Infinity],
  ])('of %j within %i is %s', (counts, max, share) => {
    expect(fairShare(counts, max)).toBe(share)
  })
})

test('keepFairly fills all places, with the first of the rest', () => {
  const items = ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']
  expect(keepFairly(items, 5, [(item) => item.charAt(0)])).toEqual(['a1', 'a2', 'b1', 'c1', 'c2'])
  expect(keepFairly(items, 2, [(item) => item.charAt(0)])).toEqual(['a1', 'a2'])
})

const year = {from: '2023-12-19T00:00:00Z', to: '2024-09-21T00:00:00Z', now: '2024-03-20T09:59:00Z'}
const minutely = ['DTSTART:20240101T000000Z', 'RRULE:FREQ=MINUTELY;INTERVAL=4']
const weekly = ['DTSTART:20240104T130000Z', 'RRULE:FREQ=WEEKLY']

function feedOf(id: string, text: string) {
  const parsed = parseCalendar(text, {limits: feedCalendarLimits})
  return {kind: 'feed', id, title: id, own: false, calendar: parsed} as const
}

describe('a dense feed', () => {
  const five = Array.from({length: 5}, (_, index) => event(`dense-${index}`, minutely))
  const dense = feedOf('dense', calendar(...five, event('weekly', weekly)))
  const honest = feedOf('honest', calendar(event('meeting', weekly)))

  test('does not take a single meeting from another feed, or from its own other events', () => {
    const {events} = mergeEvents([dense, honest], {...year, limit: 500})
    const starts = mergeEvents([honest], year).events.map(({start}) => start)
    const startsOf = (uid: string) =>
      events
        .filter(({sources}) => sources.some((each) => 'uid' in each && each.uid === uid))
        .map(({start}) => start)
    expect(events).toHaveLength(500)
    expect(startsOf('meeting')).toEqual(starts)
    expect(startsOf('weekly')).toEqual(starts)
  })

  test('shows its next dates, not those of four months ago', () => {
    const {events} = mergeEvents([dense], {...year, limit: 500})
    const first = events.find(
      ({sources: [origin]}) => origin && 'uid' in origin && origin.uid === 'dense-0',
    )
    expect(first?.start).toBe('2024-03-20T10:00:00Z')
  })

  test('is one problem, with its title and what to do', () => {
    const {problems, omitted} = mergeEvents([dense, honest], {...year, limit: 500})
    expect(problems).toMatchObject([
      {
        code: 'limit',
        source: 'dense',
        message: expect.stringMatching(/"dense".* Ask its owner to /),
      },
    ])
    expect(omitted).toBeGreaterThan(1000)
  })

  test('does not take a place from the touchpoints of editors', () => {
    const sessions = Array.from({length: 10}, (_, day) =>
      touchpoint(`2024-06-${10 + day}T13:00:00Z`, {id: `session-${day}`, title: `Session ${day}`}),
    )
    const {events} = mergeEvents([dense, touchpoints(...sessions)], {...year, limit: 12})
    expect(events.filter(({kind}) => kind === 'touchpoint')).toHaveLength(10)
  })
})

test('several dense feeds stay within the limit of a merge', () => {
  const text = calendar(...Array.from({length: 5}, (_, index) => event(`d-${index}`, minutely)))
  const feeds = ['a', 'b', 'c'].map((id) => feedOf(id, text.replaceAll('UID:', `UID:${id}`)))
  const {events} = mergeEvents(feeds, year)
  expect(events.length).toBeLessThanOrEqual(maxOccurrencesOfMerge)
})

test('more single events than the limit allows: the earliest are returned instead of none', () => {
  const days = Array.from({length: 20}, (_, index) =>
    event(`once-${index}`, [`DTSTART:202403${index + 10}T120000Z`]),
  )
  const {occurrences} = parseCalendar(calendar(...days), {limits: {occurrences: 5}}).between(
    year.from,
    year.to,
  )
  expect(occurrences.map(({uid}) => uid)).toEqual([0, 1, 2, 3, 4].map((index) => `once-${index}`))
})

test('the descriptions of a limited result are shortened, the longest first', () => {
  const texts = ['short', 'x'.repeat(8000), 'y'.repeat(8000)]
  const events = texts.map((description, hour) =>
    occurrence(`2024-03-28T1${hour}:00:00Z`, {uid: `${hour}`, description, title: `T${hour}`}),
  )
  const result = mergeEvents([feed('a', events)], {...year, limit: 3})
  expect(result.events.map(({description}) => description?.length)).toEqual([5, 1497, 1497])
  expect(result.events[1]?.description?.endsWith('x…')).toBe(true)
})
