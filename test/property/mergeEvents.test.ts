import {isDeepStrictEqual} from 'node:util'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {ownUrl} from '../../calendar/links/index.ts'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import type {DecisionInput} from '../../calendar/merge/sources.ts'
import type {MeetingIdentity} from '../../calendar/merge/meetingIdentity.ts'
import type {EventSource} from '../../calendar/merge/sources.ts'
import {
  cadences,
  feed,
  occurrence,
  thursdays,
  touchpoint,
  touchpoints,
} from '../calendar/merge/fakes.ts'

/** Each test has hundreds of runs, and a busy machine must not fail them. */
const timeout = 30_000

const options = {
  from: '2024-03-01T00:00:00Z',
  to: '2024-04-01T00:00:00Z',
  now: '2024-03-10T00:00:00Z',
}

/** Few values, so that events collide often. */
const start = fc.constantFrom(
  '2024-02-29T23:30:00Z',
  '2024-03-07T13:00:00Z',
  '2024-03-14T13:00:00Z',
  '2024-03-21T13:00:00Z',
  '2024-03-21T14:00:00Z',
)
const uid = fc.constantFrom('u1', 'u2', 'u3')
const title = fc.constantFrom('OSPO Book WG', 'OSPO Book: WG call', 'Thursday Touchpoints', 'Board')
const room = fc.constantFrom(
  undefined,
  ownUrl('https://zoom.us/j/1'),
  ownUrl('https://us02web.zoom.us/j/1?pwd=x'),
)

const someOccurrence = fc
  .record({
    start,
    uid,
    title,
    joinUrl: room,
    status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
    recurrenceId: fc.option(start, {nil: undefined}),
  })
  .map(({start, ...rest}) => occurrence(start, rest))

const someFeed = (id: string) =>
  fc
    .record({occurrences: fc.array(someOccurrence, {maxLength: 6}), own: fc.boolean()})
    .map(({occurrences, own}): EventSource => feed(id, occurrences, {own}))

const someTouchpoint = fc
  .record({
    start,
    title,
    id: fc.constantFrom('t1', 't2', 't3', 't4'),
    joinUrl: room,
    eventUid: fc.option(uid, {nil: undefined}),
    seriesId: fc.constantFrom(undefined, 'series-thursday'),
    status: fc.constantFrom('planned', 'confirmed', 'cancelled', 'held'),
  })
  .map(({start, ...rest}) => touchpoint(start, rest))

const identity = fc.oneof(
  fc.record({
    kind: fc.constant('document' as const),
    id: fc.constantFrom('t1', 't2', 'series-thursday', 'nowhere'),
  }),
  fc.record({
    kind: fc.constant('feed-event' as const),
    calendarId: fc.constantFrom('a', 'b', 'c', 'nowhere'),
    uid,
  }),
)

const someDecision: fc.Arbitrary<DecisionInput> = fc.record({
  verdict: fc.constantFrom('same', 'different'),
  meetings: fc.tuple(identity, identity),
})

const someDecisions = fc
  .array(someDecision, {maxLength: 6})
  .map((decisions): EventSource => ({kind: 'decisions', decisions}))

const someSources = fc.tuple(
  someFeed('a'),
  someFeed('b'),
  someFeed('c'),
  fc.array(someTouchpoint, {maxLength: 4}).map((list) => touchpoints(...list)),
  fc.constantFrom(cadences(thursdays), cadences()),
  someDecisions,
)

test(
  'the result does not depend on the order of sources and their items',
  () => {
    const shuffled = someSources.chain((sources) =>
      fc
        .shuffledSubarray([...sources], {minLength: sources.length, maxLength: sources.length})
        .map((other) => [[...sources], other.map(reversed)] as const),
    )
    fc.assert(
      fc.property(shuffled, ([sources, other]) => {
        expect(mergeEvents(other, options)).toEqual(mergeEvents(sources, options))
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

function reversed(source: EventSource): EventSource {
  if (source.kind === 'touchpoints') return touchpoints(...source.touchpoints.toReversed())
  if (source.kind === 'decisions') return {...source, decisions: source.decisions.toReversed()}
  if (source.kind !== 'feed') return source
  const {calendar} = source
  const backwards: typeof calendar = {
    problems: calendar.problems,
    between(from, to, query) {
      const result = calendar.between(from, to, query)
      return {...result, occurrences: result.occurrences.toReversed()}
    },
  }
  return {...source, calendar: backwards}
}

test(
  'an event never has two items of one feed or two touchpoints, and each source is in one event',
  () => {
    fc.assert(
      fc.property(someSources, (sources) => {
        const {events} = mergeEvents(sources, options)
        const keys = events.flatMap((event) => event.sources.map(({key}) => key))
        expect(new Set(keys).size).toBe(keys.length)
        for (const event of events) {
          expect(new Set(event.calendarIds).size).toBe(
            event.sources.filter(({kind}) => kind === 'feed').length,
          )
          expect(event.sources.filter(({kind}) => kind === 'touchpoint').length).toBeLessThan(2)
          expect(event.joins).toHaveLength(event.sources.length - 1)
        }
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

test(
  'a decision about a meeting that no source has changes nothing',
  () => {
    const unknown: MeetingIdentity[] = [
      {kind: 'document', id: 'nowhere'},
      {kind: 'feed-event', calendarId: 'a', uid: 'nowhere'},
    ]
    const decision = fc.record({
      verdict: fc.constantFrom('same', 'different'),
      meetings: fc.tuple(identity, fc.constantFrom(...unknown)),
    }) satisfies fc.Arbitrary<DecisionInput>
    fc.assert(
      fc.property(someSources, decision, (sources, more) => {
        const decisions = {kind: 'decisions' as const, decisions: [more]}
        expect(mergeEvents([...sources, decisions], options)).toEqual(mergeEvents(sources, options))
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

test(
  'two meetings that are decided are never reported as resembling each other',
  () => {
    fc.assert(
      fc.property(someSources, fc.constantFrom('same', 'different'), (sources, verdict) => {
        const before = resemblances(sources)
        const decisions = before.map(({meetings}): DecisionInput => ({verdict, meetings}))
        const after = resemblances([...sources, {kind: 'decisions', decisions}])
        expect(
          after.filter((each) => before.some((other) => isDeepStrictEqual(each, other))),
        ).toEqual([])
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

function resemblances(sources: readonly EventSource[]) {
  return mergeEvents(sources, options).problems.flatMap((each) =>
    each.kind === 'review' && 'meetings' in each ? [each] : [],
  )
}

test(
  'every feed item in the window is kept, as an event or as a source of one',
  () => {
    fc.assert(
      fc.property(someFeed('a'), someFeed('b'), (a, b) => {
        const alone = [a, b].map((source) => mergeEvents([source], options).events.length)
        const {events} = mergeEvents([a, b], options)
        const sources = events.flatMap((event) => event.sources)
        const expected = alone.reduce((sum, count) => sum + count, 0)
        expect(sources).toHaveLength(expected)
      }),
      {numRuns: 100},
    )
  },
  timeout,
)

test(
  'the result is unchanged just before nextChangeAt, and different just after it',
  () => {
    const moved = (by: number) => ({
      from: new Date(Date.parse(options.from) + by),
      to: new Date(Date.parse(options.to) + by),
      now: new Date(Date.parse(options.now) + by),
    })
    const state = (sources: readonly EventSource[], by: number) => {
      const now = Date.parse(options.now) + by
      return mergeEvents(sources, moved(by)).events.map((event) => [
        event.id,
        Date.parse(event.start) <= now,
        Date.parse(event.end) <= now,
      ])
    }
    fc.assert(
      fc.property(someSources, (sources) => {
        const {nextChangeAt} = mergeEvents(sources, options)
        if (nextChangeAt === undefined) return
        const by = Date.parse(nextChangeAt) - Date.parse(options.now)
        expect(state(sources, by - 1000)).toEqual(state(sources, 0))
        expect(state(sources, by)).not.toEqual(state(sources, 0))
      }),
      {numRuns: 100},
    )
  },
  timeout,
)
