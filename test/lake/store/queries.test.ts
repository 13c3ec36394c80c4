import {afterAll, expect, test} from 'vitest'
import {openDatabase} from '../../../lake/store/openDatabase.ts'
import {queries} from '../../../lake/store/queries.ts'

const database = openDatabase(':memory:')
afterAll(() => database.close())

/** What SQLite would do for it that grows with the file rather than with the answer. */
function costsOf(query: string): string[] {
  return database
    .prepare(`EXPLAIN QUERY PLAN ${query}`)
    .all()
    .map(({detail}) => String(detail))
    .filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step))
}

// All documents are read once, at the start; of the transactions the last one is the first met.
const {documents: _documents, lastTimestamp: _lastTimestamp, ...others} = queries

test.each(Object.entries(others))('%s finds its rows by an index', (_name, query) => {
  expect(costsOf(query)).toEqual([])
})

test('a statement that goes through a table, or sorts what it finds, is caught', () => {
  expect(costsOf('SELECT * FROM revisions WHERE content IS NULL')).toHaveLength(1)
  expect(
    costsOf('SELECT content FROM revisions WHERE document = ? ORDER BY number DESC LIMIT 1'),
  ).toHaveLength(1)
})
