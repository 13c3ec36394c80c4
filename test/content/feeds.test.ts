import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import * as z from 'zod'
import {mergeEvents} from '../../calendar/merge/mergeEvents.ts'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import type {Problem} from '../../loaders/problems.ts'
import type {EventSource} from '../../calendar/merge/sources.ts'

const folder = new URL('../../content/todo/feeds/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ics'))
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const storedTouchpoint = z.object({
  _id: z.string(),
  title: z.string(),
  status: z.enum(['planned', 'confirmed', 'cancelled', 'held']),
  schedule: z.object({start: z.string(), minutes: z.number(), timeZone: z.string()}),
  eventUid: z.optional(z.string()),
})

const touchpoints = readFileSync(
  new URL('../../content/todo/touchpoints.ndjson', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => storedTouchpoint.parse(JSON.parse(line)))

const sources: EventSource[] = [
  ...files.map((name) => ({
    kind: 'feed' as const,
    id: name,
    title: name,
    own: name === 'todo.ics',
    calendar: parseCalendar(text(name)),
  })),
  {
    kind: 'touchpoints',
    touchpoints: touchpoints.map(({_id, schedule, ...rest}) => ({id: _id, ...schedule, ...rest})),
  },
]

test('there are four sample feeds', () => {
  expect(files.sort()).toEqual(['chaoss.ics', 'openchain.ics', 'openssf.ics', 'todo.ics'])
})

describe.each(files)('%s', (name) => {
  test('is well-formed: CRLF, and no line over 75 bytes (RFC 5545 section 3.1)', () => {
    const lines = text(name).split('\r\n')
    expect(lines.join('')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })

  test('parses without a problem', () => {
    expect(parseCalendar(text(name)).problems).toEqual([])
  })

  test.each([2024, 2027, 2040])(
    'has an event in each month of %i, so that the sample never ends',
    (year) => {
      const calendar = parseCalendar(text(name))
      for (let month = 1; month <= 12; month++) {
        const from = new Date(Date.UTC(year, month - 1, 1))
        const to = new Date(Date.UTC(year, month, 1))
        if (name === 'todo.ics' && from < new Date('2024-02-01')) continue
        const {occurrences, problems} = calendar.between(from, to)
        expect(occurrences.length).toBeGreaterThan(0)
        expect(problems).toEqual([])
      }
    },
  )
})

test('every touchpoint with a UID has a matching event, and the two agree', () => {
  const {events, problems} = mergeEvents(sources, {
    from: '2024-01-01T00:00:00Z',
    to: '2027-06-01T00:00:00Z',
  })
  const named = touchpoints.filter(({eventUid}) => eventUid !== undefined)
  const linked = events.filter(({joins}) => joins.some(({reason}) => reason === 'linked'))
  expect(linked.map(({id}) => id).sort()).toEqual(named.map(({_id}) => _id).sort())
  const ids = new Set(named.map(({_id}) => _id))
  expect(disagreements(problems).filter(({eventId}) => ids.has(eventId))).toEqual([])
})

test.each(['2024-02', '2025-07', '2026-11', '2027-03', '2040-12'])(
  'two feeds disagree in %s, so that the demo shows a disagreement in every month',
  (month) => {
    const from = new Date(`${month}-01T00:00:00Z`)
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    const {problems} = mergeEvents(sources, {from, to})
    const lengths = disagreements(problems).filter(({field}) => field === 'length')
    expect(lengths.some(({values}) => values.length === 2)).toBe(true)
  },
)

test('one feed contradicts a touchpoint, so that the Studio has a value to apply', () => {
  const {problems} = mergeEvents(sources, {
    from: '2026-12-01T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
  })
  expect(
    disagreements(problems).filter(({eventId}) => eventId.startsWith('touchpoint-')),
  ).toMatchObject([{eventId: 'touchpoint-all-hands-2026-autumn-2', field: 'length'}])
})

function disagreements(problems: readonly Problem[]) {
  return problems.filter((problem) => problem.kind === 'disagreement')
}

test('the demo has moved, canceled and all-day events, and one merged for each reason', () => {
  const {events} = mergeEvents(sources, {
    from: '2026-11-22T00:00:00Z',
    to: '2027-02-20T00:00:00Z',
  })
  expect(events.filter(({status}) => status === 'cancelled').length).toBeGreaterThan(2)
  expect(events.filter(({title}) => title.endsWith('(moved)')).length).toBeGreaterThan(2)
  expect(events.filter(({allDay}) => allDay).length).toBeGreaterThan(2)
  const reasons = events.flatMap(({joins}) => joins.map(({reason}) => reason))
  expect(new Set(reasons)).toEqual(new Set(['same-uid', 'same-join-link', 'same-title']))
})
