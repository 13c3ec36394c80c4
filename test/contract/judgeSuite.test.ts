import {describe, expect, test} from 'vitest'
import {contractTable} from '../../scripts/contract/contractTable.ts'
import {judgeSuite} from '../../scripts/contract/judgeSuite.ts'
import {mergeResults} from '../../scripts/contract/storedResults.ts'

const nothing = {notApplicable: [], knownFailures: []}
const passed = {name: 'a.spec.ts › works', status: 'passed'} as const
const failed = {name: 'b.spec.ts › breaks', status: 'failed', reason: 'Error: 404'} as const
const skipped = {name: 'c.spec.ts › waits', status: 'skipped'} as const

const judge = (outcomes: Parameters<typeof judgeSuite>[2], knowledge = {}) =>
  judgeSuite('Suite', '1.0.0', outcomes, {...nothing, ...knowledge})

describe('judgeSuite', () => {
  test('counts a failure and shows it in the table, because the table must not hide one', () => {
    const result = judge([passed, failed])
    expect(result).toMatchObject({
      applicable: 2,
      passed: 1,
      failures: [{name: 'b.spec.ts › breaks', reason: 'Error: 404'}],
    })
    const table = contractTable([{...result, date: '2026-11-17'}])
    expect(table).toContain('| Suite | 1.0.0 | 2026-11-17 | 1 of 2 |')
    expect(table).toContain('| Suite | b.spec.ts › breaks | Error: 404 |')
  })

  test('refuses a report without tests, because a runner that did not start is not a success', () => {
    expect(() => judge([])).toThrow('has no tests')
  })

  test('does not count a test that does not apply, and says why', () => {
    const reason = 'Needs a paid service.'
    expect(judge([passed, failed], {notApplicable: [{name: 'b.spec.ts', reason}]})).toMatchObject({
      applicable: 1,
      passed: 1,
      failures: [],
      notApplicable: [{name: failed.name, reason}],
    })
  })

  test('does not count a test that the suite itself skips, because it proves nothing', () => {
    expect(judge([passed, skipped])).toMatchObject({
      applicable: 1,
      passed: 1,
      notApplicable: [{name: skipped.name, reason: 'The suite itself skips it.'}],
    })
  })

  test('explains a known failure, and still counts it', () => {
    const knownFailures = [{name: failed.name, reason: 'The lake has no embeddings.'}]
    expect(judge([passed, failed], {knownFailures})).toMatchObject({
      applicable: 2,
      passed: 1,
      failures: [{name: failed.name, reason: 'The lake has no embeddings.'}],
    })
  })

  test('refuses an exemption that matches no test, because it would hide a later test of that name', () => {
    const notApplicable = [{name: 'gone.spec.ts', reason: 'Needs a paid service.'}]
    expect(() => judge([passed], {notApplicable})).toThrow('no such test: "gone.spec.ts"')
  })

  test('refuses a known failure that passes, because its reason is no longer true', () => {
    const knownFailures = [{name: passed.name, reason: 'The lake has no embeddings.'}]
    expect(() => judge([passed], {knownFailures})).toThrow('Listed as a known failure')
  })
})

describe('contractTable', () => {
  test('keeps a cell in its row, because errors of browsers have bars, lines and elements', () => {
    const result = judge([{...failed, reason: 'expected <a> |\nreceived <b>'}])
    expect(contractTable([{...result, date: '2026-11-17'}])).toContain(
      '| expected &lt;a> \\| received &lt;b> |',
    )
  })

  test('counts the tests that do not apply by their reason', () => {
    const result = judge([passed, skipped, {...skipped, name: 'd.spec.ts › waits'}])
    expect(contractTable([{...result, date: '2026-11-17'}])).toContain(
      '| Suite | 2 | The suite itself skips it. |',
    )
  })
})

describe('mergeResults', () => {
  const dated = (suite: string, date: string) => ({...judge([passed]), suite, date})

  test('replaces the earlier result of a suite and keeps the others', () => {
    const earlier = [dated('A', '2026-11-01'), dated('B', '2026-11-01')]
    expect(
      mergeResults(earlier, [dated('A', '2026-11-17'), dated('C', '2026-11-17')]).map(
        ({suite, date}) => [suite, date],
      ),
    ).toEqual([
      ['A', '2026-11-17'],
      ['B', '2026-11-01'],
      ['C', '2026-11-17'],
    ])
  })

  test('refuses a result that does not add up, because a failure would be missing', () => {
    const result = {...dated('A', '2026-11-17'), applicable: 2}
    expect(() => mergeResults([], [result])).toThrow('does not add up')
  })
})
