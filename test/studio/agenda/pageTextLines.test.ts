import {describe, expect, test} from 'vitest'

import {emptySummary, mentionedDocuments} from '../../../studio/agenda/importSummary.ts'
import {lostLines, pageTextLines} from '../../../studio/agenda/pageTextLines.ts'
import {planImport} from '../../../studio/agenda/planImport.ts'
import {readMarkdown} from '../../support/readMarkdown.ts'

const options = {asOf: '2026-11-26'}
const page = {_id: 'meetingsPage', _type: 'meetingsPage'}
const plainText = `OSPO Touchpoint, Thu 3 December 2026, 18:00 CET

18:00 Welcome and introductions - Dana Wang
18:10 SBOM in *practice*, see [the guide](https://example.org/guide)
`
const meetings = `# Community meetings\n\n${plainText}`
const table = `# Touchpoints 2025
| Date | Slot | Time (GMT) | Guest | Topic | Recording |
|---|---|---|---|---|---|
| 2025-02-13 | EMEA & APAC | 12:00-13:00 | Ada Byron, Sony | Engines | https://youtu.be/aaaaaaaaaaa |
`

function summaryOf(text: string, existing: Parameters<typeof planImport>[1]) {
  const {documents, plan: source} = readMarkdown(text, options)
  const plan = planImport(documents, existing)
  expect(plan.drafts).toEqual([])
  return emptySummary(plan, source, lostLines(text, source, plan).length)
}

describe('an agenda in plain text', () => {
  test('on a meetings page is listed line by line, because it was understood only as its text', () => {
    expect(pageTextLines(meetings, readMarkdown(meetings, options).plan)).toEqual([
      {line: 3, text: 'OSPO Touchpoint, Thu 3 December 2026, 18:00 CET'},
      {line: 5, text: '18:00 Welcome and introductions - Dana Wang'},
      {line: 6, text: '18:10 SBOM in *practice*, see [the guide](https://example.org/guide)'},
    ])
  })

  test('alone plans no meetings page: each line is a leftover', () => {
    const {documents, leftovers} = readMarkdown(plainText, options)
    expect(documents).toEqual([])
    expect(leftovers.map(({place}) => place.line)).toEqual([1, 3])
  })

  test('is not said to exist already', () => {
    expect(summaryOf(plainText, [page])).toMatch(/^Nothing in this text was understood/)
    expect(summaryOf(meetings, [page])).toMatch(/^Nothing in this text was understood/)
  })

  test('beside a table that exists says that some lines were not understood', () => {
    const text = `${plainText}\n${table}`
    const existing = [page, ...readMarkdown(table, options).documents]
    expect(summaryOf(text, existing)).toMatch(/Some lines were not understood/)
  })
})

test('the rows of a table that was understood are not listed', () => {
  expect(pageTextLines(table, readMarkdown(table, options).plan)).toEqual([])
})

test('a page with the same text loses nothing', () => {
  const {documents, plan} = readMarkdown(meetings, options)
  expect(lostLines(meetings, plan, planImport(documents, documents))).toEqual([])
  expect(lostLines(meetings, plan, planImport(documents, []))).toEqual([])
})

test('a page that exists completely says so', () => {
  expect(summaryOf(table, [page, ...readMarkdown(table, options).documents])).toBe(
    'No new documents. Everything on this page exists already.',
  )
})

test('a text of which nothing is understood mentions no existing document', () => {
  const {documents} = readMarkdown(meetings, options)
  const plan = planImport(documents, [page])
  expect(plan.existing).toHaveLength(1)
  expect(mentionedDocuments(plan)).toEqual([])
  const understood = readMarkdown(`${meetings}\n${table}`, options).documents
  expect(mentionedDocuments(planImport(understood, [page])).map(({id}) => id)).toEqual([page._id])
})
