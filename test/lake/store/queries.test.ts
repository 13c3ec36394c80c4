import {afterAll, expect, test} from 'vitest'
import {openDatabase} from '../../../lake/store/openDatabase.ts'
import {queries} from '../../../lake/store/queries.ts'

const database = openDatabase(':memory:')
afterAll(() => database.close())

/** Returns the steps of SQLite's plan that grow with the file instead of the result. */
function slowSteps(query: string): string[] {
  return database
    .prepare(`EXPLAIN QUERY PLAN ${query}`)
    .all()
    .map(({detail}) => String(detail))
    .filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step))
}

// `documents` reads all documents once, at the start. `lastTimestamp` reads only the first row of its scan.
const {documents: _documents, lastTimestamp: _lastTimestamp, ...others} = queries

test.each(Object.entries(others))('%s finds its rows by an index', (_name, query) => {
  expect(slowSteps(query)).toEqual([])
})

test('a statement that scans a table, or sorts its rows, is detected', () => {
  expect(slowSteps('SELECT * FROM revisions WHERE content IS NULL')).toHaveLength(1)
  expect(
    slowSteps('SELECT content FROM revisions WHERE document = ? ORDER BY number DESC LIMIT 1'),
  ).toHaveLength(1)
})
