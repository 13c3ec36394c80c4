import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {parseCalendar} from '@touchpoints/calendar'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {nodeIcalOccurrences} from '../../calendar/secondReading/nodeIcalOccurrences.ts'
import {pairReadings} from '../../calendar/secondReading/pairReadings.ts'
import type {SecondOccurrence} from '../../calendar/secondReading/secondReading.ts'
import {windowsZones} from '../../calendar/zones/windowsZones.ts'

const from = '2024-03-01T00:00:00Z'
const to = '2024-05-01T00:00:00Z'

function calendarOf(events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n')
}

/** Returns the occurrences of a text as our parser reads them. */
function ours(text: string) {
  return parseCalendar(text).between(from, to).occurrences
}

/** Returns the occurrences as node-ical reads them. */
function theirs(text: string): SecondOccurrence[] {
  const window = {from: Date.parse(from), to: Date.parse(to)}
  const reading = nodeIcalOccurrences({text, ...window, occurrences: 10_000})
  if (reading.state === 'failed') throw new Error(reading.message)
  return reading.occurrences
}

type Texts = Pick<SecondOccurrence, 'title' | 'location' | 'categories'>

function textsOf(events: readonly Texts[]): Texts[] {
  return events.map(({title, location = '', categories}) => ({title, location, categories}))
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
      const text = calendarOf(eventOf(lines))
      expect(textsOf(ours(text))).toEqual(textsOf(theirs(text)))
    }),
    {numRuns: 500},
  )
})

test('rules with one zone, and their excluded dates, have the same dates in both readings', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata')
  const rule = fc.constantFrom(
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=2',
    'FREQ=MONTHLY;BYDAY=2TU',
    // Without COUNT: only we count a DTSTART that the rule does not produce.
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=WEEKLY;UNTIL=20240401T000000Z',
  )
  // Clocks change at night.
  const hour = fc.integer({min: 9, max: 18}).map((each) => String(each).padStart(2, '0'))
  const day = fc.integer({min: 1, max: 28}).map((each) => String(each).padStart(2, '0'))
  fc.assert(
    fc.property(zone, rule, hour, day, fc.boolean(), (tzid, rrule, at, on, excludes) => {
      const start = `TZID=${tzid}:202402${on}T${at}3000`
      const text = calendarOf([
        'BEGIN:VEVENT',
        'UID:a',
        `DTSTART;${start}`,
        'DURATION:PT1H',
        `RRULE:${rrule}`,
        ...(excludes ? [`EXDATE;TZID=${tzid}:20240311T${at}3000`] : []),
        'END:VEVENT',
      ])
      const isInside = ({start: time}: {start: string}) => time >= from && time < to
      const pairs = pairReadings(ours(text).filter(isInside), theirs(text).filter(isInside))
      expect(pairs).toEqual([])
    }),
    {numRuns: 300},
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
