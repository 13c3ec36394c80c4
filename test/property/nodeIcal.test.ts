import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {parseCalendar} from '@touchpoints/calendar'
import fc from 'fast-check'
import nodeIcal from 'node-ical'
import {expect, test} from 'vitest'

import {windowsZones} from '../../calendar/zones/windowsZones.ts'

/** Returns the text fields of an event with these lines, as our parser decodes them. */
function ours(lines: readonly string[]) {
  const calendar = parseCalendar(
    ['BEGIN:VCALENDAR', ...eventOf(lines), 'END:VCALENDAR'].join('\r\n'),
  )
  const [event] = calendar.between('2024-03-01T00:00:00Z', '2024-03-02T00:00:00Z').occurrences
  return {title: event?.title, location: event?.location ?? '', categories: event?.categories}
}

/** Returns the same fields as node-ical decodes them. */
function theirs(lines: readonly string[]) {
  const fields: Record<string, unknown> = Object(
    nodeIcal.sync.parseICS(eventOf(lines).join('\r\n'))['a'],
  )
  const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
  const {categories} = fields
  return {
    title: textOf(fields['summary']),
    location: textOf(fields['location']),
    categories: Array.isArray(categories)
      ? categories.map(textOf).filter((category) => category !== '')
      : [],
  }
}

function eventOf(lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:a', 'DTSTART:20240301T100000Z', ...lines, 'END:VEVENT']
}

test('texts and categories are decoded as node-ical decodes them', () => {
  // Without an escaped backslash, quotes and U+2028: node-ical changes or drops those.
  const piece = fc.constantFrom(
    '\\n',
    '\\N',
    '\\,',
    '\\;',
    ';',
    ':',
    ' ',
    'a',
    'b c',
    'é',
    '😀',
    '=',
  )
  const text = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join(''))
  const list = fc.array(text, {maxLength: 4}).map((values) => values.join(','))
  fc.assert(
    fc.property(text, text, fc.array(list, {maxLength: 2}), (title, location, lists) => {
      const lines = [
        `SUMMARY:${title}`,
        `LOCATION:${location}`,
        ...lists.map((categories) => `CATEGORIES:${categories}`),
      ]
      expect(ours(lines)).toEqual(theirs(lines))
    }),
    {numRuns: 500},
  )
})

test('the names of Windows zones are those that node-ical knows', () => {
  const file = createRequire(import.meta.url).resolve('node-ical')
  const table: Record<string, {iana: string[]}> = JSON.parse(
    readFileSync(file.replace(/node-ical\.c?js$/, 'windowsZones.json'), 'utf8'),
  )
  const known = Object.entries(table).map(([name, {iana}]) => [name, iana[0]])
  expect(windowsZones).toEqual(Object.fromEntries(known))
})
