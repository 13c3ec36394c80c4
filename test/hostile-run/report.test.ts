import {expect, test} from 'vitest'

import type {Attack} from './attack.ts'
import type {HostileReport} from './hostileRun.ts'
import {describeReport, failures, p95} from './report.ts'

const attack: Attack = {kind: 'query', name: 'stars', run: () => Promise.resolve('400')}
const served = {what: '/page', duration: 10, faulty: false}

const survived: HostileReport = {
  seed: 7,
  tried: [{attack, outcome: '400', duration: 5}],
  honest: [served],
  deaths: [],
  memory: new Map([['lake', {first: 100, last: 110, max: 120}]]),
}

test('a run in which everything was refused and everyone was served has no failures', () => {
  expect(failures(survived)).toEqual([])
})

test.each<[string, Partial<HostileReport>, string]>([
  [
    'a process that ended',
    {deaths: [{name: 'lake', output: 'why', during: 'stars'}]},
    'lake ended',
  ],
  [
    'an honest request that failed',
    {honest: [{...served, failure: 'status 503'}]},
    '1 honest requests failed: /page: status 503',
  ],
  [
    'an attack that succeeded',
    {tried: [{attack, outcome: 'Error: An acknowledged write was lost', duration: 5}]},
    'query: stars: Error: An acknowledged write was lost',
  ],
])('%s is a failure', (_, change, text) => {
  expect(failures({...survived, ...change})).toEqual([expect.stringContaining(text)])
})

test('a request that failed while a fault was announced is counted, and is no failure', () => {
  const report = {...survived, honest: [served, {...served, failure: 'status 503', faulty: true}]}
  expect(failures(report)).toEqual([])
  expect(describeReport(report)).toContain('0 failed, 1 failed during announced faults')
})

test('the report names the seed, each attack with its outcomes, and the memory of each process', () => {
  const text = describeReport(survived)
  expect(text).toContain('Seed 7')
  expect(text).toContain('stars: 1× 400 (5 ms)')
  expect(text).toContain('lake: 100 MB at first, 110 at the end, 120 at most')
})

test('the p95 does not include requests during announced faults', () => {
  const slow = {...served, duration: 9000, faulty: true}
  const fast = Array.from({length: 100}, (_, n) => ({...served, duration: n}))
  expect(p95([...fast, slow])).toBe(95)
})
