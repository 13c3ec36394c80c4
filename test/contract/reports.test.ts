import {describe, expect, test} from 'vitest'
import {readPlaywrightReport} from '../../scripts/contract/playwrightReport.ts'
import {readVitestReport} from '../../scripts/contract/vitestReport.ts'

describe('readVitestReport', () => {
  const report = (file: object) =>
    readVitestReport(JSON.stringify({testResults: [{name: '/suite/a.test.ts', ...file}]}), '/suite')

  test('reads passed, failed and skipped tests', () => {
    expect(
      report({
        status: 'failed',
        assertionResults: [
          {fullName: 'one', status: 'passed', failureMessages: []},
          {
            fullName: 'two',
            status: 'failed',
            failureMessages: ['\u001B[31mError: 404\u001B[0m\n at'],
          },
          {fullName: 'three', status: 'pending', failureMessages: []},
        ],
      }),
    ).toEqual([
      {name: 'a.test.ts › one', status: 'passed'},
      {name: 'a.test.ts › two', status: 'failed', reason: 'Error: 404'},
      {name: 'a.test.ts › three', status: 'skipped'},
    ])
  })

  test('reports a file that failed to load, because its tests are missing from the report', () => {
    expect(report({status: 'failed', message: 'Cannot find module', assertionResults: []})).toEqual(
      [{name: 'a.test.ts', status: 'failed', reason: 'Cannot find module'}],
    )
  })

  test('reports an unknown status as a failure, because it is not a success', () => {
    expect(
      report({status: 'passed', assertionResults: [{fullName: 'one', status: 'strange'}]}),
    ).toEqual([{name: 'a.test.ts › one', status: 'failed', reason: 'status strange'}])
  })
})

describe('readPlaywrightReport', () => {
  const run = (status: string, more: {annotations?: object[]; errors?: object[]} = {}) => ({
    status,
    annotations: more.annotations ?? [],
    results: [{errors: more.errors ?? []}],
  })
  const report = (tests: object[], errors: object[] = []) =>
    readPlaywrightReport(
      JSON.stringify({
        suites: [
          {
            title: 'text.spec.ts',
            specs: [],
            suites: [{title: 'inputs', specs: [{title: 'edits', tests}]}],
          },
        ],
        errors,
      }),
    )
  const name = 'text.spec.ts › inputs › edits'

  test('reads passed, failed and skipped tests in nested groups', () => {
    expect(
      report([
        run('expected'),
        run('flaky'),
        run('unexpected', {errors: [{message: 'Timed out\nmore'}]}),
        run('skipped', {annotations: [{type: 'skip'}]}),
      ]),
    ).toEqual([
      {name, status: 'passed'},
      {name, status: 'passed'},
      {name, status: 'failed', reason: 'Timed out'},
      {name, status: 'skipped'},
    ])
  })

  test('reports a test that did not run as a failure, because only its source may skip it', () => {
    expect(report([run('skipped')])).toEqual([
      {name, status: 'failed', reason: 'The test did not run.'},
    ])
  })

  test('reports an error outside of tests, because the tests of that file are missing', () => {
    expect(report([], [{message: 'SyntaxError: a.spec.ts'}])).toEqual([
      {name: 'outside of the tests', status: 'failed', reason: 'SyntaxError: a.spec.ts'},
    ])
  })
})
