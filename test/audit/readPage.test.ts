import {expect, test} from 'vitest'

import {readPage} from '../../calendar/audit/readPage.ts'

const timesOn = (text: string) =>
  readPage(text).flatMap(({times}) => times.map(({time, zones}) => `${time} ${zones[0]}`))

test.each([
  ['Tuesdays at 17:00 UTC', ['17:00 UTC']],
  ['5pm CET', ['17:00 Europe/Berlin']],
  ['12 pm ET and 12:30 a.m. UTC', ['12:00 America/New_York', '00:30 UTC']],
  ['8:00–9:00 Pacific Time (16:00 GMT)', ['08:00 America/Los_Angeles', '16:00 UTC']],
  ['15:15 London time', ['15:15 Europe/London']],
  ['11:00 (America/New_York)', ['11:00 America/New_York']],
  ['| 9.30 | no zone, so nothing to compare', []],
  ['Version 17 UTC, 99:00 UTC, 13pm UTC, 10:75 CET', []],
  ['at 10:00 Room 5, 10:00 NOWT', []],
])('a page that says "%s" names %j', (text, times) => {
  expect(timesOn(text)).toEqual(times)
})

test('a time belongs to its heading, unless another time comes between', () => {
  const page = '## Book WG\n\nWeekly.\n\n17:00 UTC\n\nOffice: 09:00 UTC'
  expect(readPage(page).map(({above}) => above.some((words) => words.has('book')))).toEqual([
    true,
    false,
  ])
})

test('cells of a table and elements of a page separate words', () => {
  const [line] = readPage('<main><tr><td>Book WG</td><td>Tuesday 17:00 CET</td></tr></main>')
  expect([...(line?.words ?? [])]).toEqual(expect.arrayContaining(['book', 'wg']))
  expect(line?.weekdays).toEqual(['TU'])
})

test('a long page without an end of its patterns is read in a moment', () => {
  const page = `${'1:00 - '.repeat(20_000)}${'Aa '.repeat(50_000)}`
  expect(readPage(page)).toEqual([])
})
