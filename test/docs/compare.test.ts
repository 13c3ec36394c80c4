import {readFileSync, readdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'

import {readResults} from '../../bench/compare/results.ts'
import {tableOf} from '../../bench/compare/table.ts'

const folder = resolve(import.meta.dirname, '../../docs/compare')
const results = readResults()

/** The columns of the measured table of each page. */
const columns: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['touchpoints', 'byHand', 'nextSanity', 'sanityAstro', 'fullCalendar'],
  'by-hand.md': ['touchpoints', 'byHand'],
  'next-sanity.md': ['touchpoints', 'nextSanity'],
  'sanity-astro.md': ['touchpoints', 'sanityAstro'],
  'fullcalendar.md': ['touchpoints', 'fullCalendar'],
  'open-web-calendar.md': [],
}

/** Returns the rows of tables that have a number in a cell. */
function measuredRows(page: string): string[] {
  return page.split('\n').filter((line) => /^\|.*\|\s*\d/.test(line))
}

test('each page of docs/compare has its columns here, so that no table is unchecked', () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(columns).toSorted())
})

test.each(Object.entries(columns))(
  'every number in the tables of docs/compare/%s comes from bench/compare/results.json',
  (file, names) => {
    const page = readFileSync(join(folder, file), 'utf8')
    const expected = names.length === 0 ? [] : tableOf(results, names)
    expect(measuredRows(page)).toEqual(measuredRows(expected.join('\n')))
    expect(page).toContain(expected.join('\n'))
  },
)

test('a changed number is noticed', () => {
  const [first = ''] = measuredRows(tableOf(results, ['touchpoints']).join('\n'))
  expect(measuredRows(first.replace(/\d+/, '999999'))).not.toEqual(measuredRows(first))
  expect(measuredRows(first)).toHaveLength(1)
})

test('the size of the elements is the measured one', () => {
  const page = readFileSync(join(folder, 'fullcalendar.md'), 'utf8')
  expect(page).toContain(`are ${results.elementsKilobytes} kB gzip`)
})
