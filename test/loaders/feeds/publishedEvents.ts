import * as fc from 'fast-check'

import type {PublishedEvent} from '../../../loaders/feeds/index.ts'

/** A published event with the properties that a test is about. */
export function publishedEvent(fields: Partial<PublishedEvent> = {}): PublishedEvent {
  return {
    id: 'touchpoint-2024-03-28',
    kind: 'touchpoint',
    title: 'Security management',
    start: '2024-03-28T13:00:00Z',
    end: '2024-03-28T14:00:00Z',
    allDay: false,
    floating: false,
    timeZone: 'Europe/Madrid',
    status: 'confirmed',
    topics: [],
    regions: [],
    calendars: [],
    people: [],
    ...fields,
  }
}

// Half-hour summer time, negative summer time, a skipped day, a zone renamed, none at all.
const zones = [
  'Europe/Madrid',
  'Europe/Kyiv',
  'Europe/Dublin',
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]

const minute = 60_000
const seconds = (ms: number) => new Date(ms).toISOString().slice(0, 19)

const times: fc.Arbitrary<Partial<PublishedEvent>> = fc.oneof(
  fc
    .record({
      zone: fc.constantFrom(undefined, ...zones),
      at: minutesFrom2005(),
      length: fc.nat(3000),
    })
    .map(({zone, at, length}) => ({
      start: `${seconds(at)}Z`,
      end: `${seconds(at + length * minute)}Z`,
      timeZone: zone,
    })),
  fc.record({at: minutesFrom2005(), length: fc.nat(3000)}).map(({at, length}) => ({
    start: seconds(at),
    end: seconds(at + length * minute),
    floating: true,
    timeZone: undefined,
  })),
  fc.record({at: minutesFrom2005(), days: fc.integer({min: 1, max: 20})}).map(({at, days}) => ({
    start: seconds(at).slice(0, 10),
    end: seconds(at + days * 24 * 60 * minute).slice(0, 10),
    allDay: true,
    timeZone: undefined,
  })),
)

function minutesFrom2005() {
  return fc
    .integer({min: Date.parse('2005-01-01') / minute, max: Date.parse('2036-01-01') / minute})
    .map((value) => value * minute)
}

const words = fc.oneof(
  fc.string({minLength: 1, maxLength: 80}),
  fc.constantFrom('a, b; c\\n "d"', 'naïve 日本語 👩‍👩‍👧 x'.repeat(8), 'END:VEVENT', 'two\nlines'),
)

export const publishedEvents: fc.Arbitrary<PublishedEvent[]> = fc
  .array(
    fc.record({
      id: fc.string({minLength: 1, maxLength: 60}),
      title: words,
      status: fc.constantFrom('confirmed', 'tentative', 'cancelled', 'to-be-announced'),
      description: fc.option(words, {nil: undefined}),
      location: fc.option(words, {nil: undefined}),
      topics: fc.array(words, {maxLength: 3}),
      times,
    }),
    {maxLength: 8},
  )
  .map((all) =>
    all.map(({times, ...fields}, index) =>
      publishedEvent({...fields, ...times, id: `${index}${fields.id}`}),
    ),
  )
