import {describe, expect, test} from 'vitest'
import {createLake, ImportError} from '../../lake/index.ts'

const empty = () => createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
const line = (document: Record<string, unknown>) => JSON.stringify(document)

function refused(sources: {file: string; text: string}[]) {
  const lake = empty()
  try {
    lake.import(sources)
  } catch (error) {
    if (error instanceof ImportError) return {error, left: lake.count()}
    throw error
  }
  throw new Error('It was imported')
}

test('all sources are stored, in whatever order they refer to each other', () => {
  const lake = empty()
  const stored = lake.import([
    {file: 'talks.ndjson', text: line({_id: 't', _type: 'talk', host: {_ref: 'g'}})},
    {file: 'guests.ndjson', text: `${line({_id: 'g', _type: 'guest'})}\n\n`},
  ])
  expect(stored).toBe(2)
  expect(lake.count()).toBe(2)
})

describe('a bad line is named with its file and number, and nothing is imported', () => {
  const good = line({_id: 'g', _type: 'guest'})

  test.each([
    ['is not JSON', '{"_id": "x", '],
    ['is not a JSON object', '[1, 2]'],
    ['has no "_type"', line({_id: 'x'})],
    ['has no "_id"', line({_type: 'guest'})],
    ['can contain only', line({_id: 'sla/sh', _type: 'guest'})],
    ['is already used in a.ndjson:1', good],
    ['refers to "nobody"', line({_id: 'x', _type: 'talk', host: {_ref: 'nobody'}})],
  ])('%s', (reason, bad) => {
    const {error, left} = refused([{file: 'a.ndjson', text: `${good}\n${bad}`}])
    expect(left).toBe(0)
    expect(error.problems).toEqual([
      {file: 'a.ndjson', line: 2, message: expect.stringContaining(reason)},
    ])
    expect(error.message).toContain('a.ndjson:2')
  })

  test('every bad line is told at once, so that one correction is enough', () => {
    const {error} = refused([
      {file: 'a.ndjson', text: 'x\ny'},
      {file: 'b.ndjson', text: `${good}\nz`},
    ])
    expect(error.problems.map(({file, line: number}) => `${file}:${number}`)).toEqual([
      'a.ndjson:1',
      'a.ndjson:2',
      'b.ndjson:2',
    ])
  })
})
