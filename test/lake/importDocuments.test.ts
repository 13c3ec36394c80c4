import {describe, expect, test} from 'vitest'
import {withAssets} from '../../lake/cli/seed/withAssets.ts'
import {createLake, ImportError} from '../../lake/index.ts'

const empty = () => createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
const line = (document: Record<string, unknown>) => JSON.stringify(document)

function failedImport(sources: {file: string; text: string}[]) {
  const lake = empty()
  try {
    lake.import(sources)
  } catch (error) {
    if (error instanceof ImportError) return {error, count: lake.count()}
    throw error
  }
  throw new Error('The import did not fail')
}

test('sources may refer to each other in any order', () => {
  const lake = empty()
  const stored = lake.import([
    {file: 'talks.ndjson', text: line({_id: 't', _type: 'talk', host: {_ref: 'g'}})},
    {file: 'guests.ndjson', text: `${line({_id: 'g', _type: 'guest'})}\n\n`},
  ])
  expect(stored).toBe(2)
  expect(lake.count()).toBe(2)
})

describe('an invalid line is reported with its file and number, and nothing is imported', () => {
  const good = line({_id: 'g', _type: 'guest'})

  test.each([
    ['is not JSON', '{"_id": "x", '],
    ['is not a JSON object', '[1, 2]'],
    [
      'nests attributes more than 20 levels deep',
      `{"_id": "x", "_type": "t", "a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
    [
      'nests attributes more than 20 levels deep',
      `{"_id": "x", "_type": "t", "a": ${'{"b":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
    ],
    ['has no "_type"', line({_id: 'x'})],
    ['has no "_id"', line({_type: 'guest'})],
    ['can contain only', line({_id: 'sla/sh', _type: 'guest'})],
    ['is already used in a.ndjson:1', good],
    ['refers to "nobody"', line({_id: 'x', _type: 'talk', host: {_ref: 'nobody'}})],
  ])('%s', (reason, bad) => {
    const {error, count} = failedImport([{file: 'a.ndjson', text: `${good}\n${bad}`}])
    expect(count).toBe(0)
    expect(error.problems).toEqual([
      {file: 'a.ndjson', line: 2, message: expect.stringContaining(reason)},
    ])
    expect(error.message).toContain('a.ndjson:2')
  })

  test('all invalid lines are reported at once, so that one correction is enough', () => {
    const {error} = failedImport([
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

test('a line that is nested too deeply keeps its assets, and the import reports it', () => {
  const text = `{"_sanityAsset": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(withAssets({file: 'a.ndjson', text}, new Map())).toEqual({text, problems: []})
})
