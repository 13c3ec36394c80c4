import * as fc from 'fast-check'
import CachePolicy from 'http-cache-semantics'
import {expect, test} from 'vitest'

import {defaultFetchLimits} from '../../../calendar/fetch/fetchLimits.ts'
import {lifetimeOf} from '../../../calendar/fetch/freshness.ts'

const now = Date.parse('2026-03-12T12:00:00Z')
const minute = 60_000
/** Wide limits, so that only the headers decide. */
const limits = {
  ...defaultFetchLimits,
  minFreshness: 0,
  maxFreshness: Number.MAX_SAFE_INTEGER,
  defaultFreshness: 7,
}

const at = (offset: number) => new Date(now + offset).toUTCString()
const seconds = fc.nat(100_000)
const directive = fc.oneof(
  fc.constantFrom('no-store', 'no-cache', 'public', 'private', 'must-revalidate', 's-maxage=9'),
  seconds.map((value) => `max-age=${value}`),
  seconds.map((value) => `max-age="${value}"`),
)
const date = fc.integer({min: -600, max: 600}).map((minutes) => at(minutes * minute))

const headers = fc.record(
  {
    'cache-control': fc.array(directive, {minLength: 1, maxLength: 3}).map((all) => all.join(', ')),
    expires: fc.oneof(date, fc.constantFrom('0', 'soon')),
    pragma: fc.constantFrom('no-cache', 'x'),
    vary: fc.constantFrom('*', 'accept-encoding'),
  },
  {requiredKeys: []},
)

test('a response is fresh for as long as in http-cache-semantics, which implements RFC 9111', () => {
  fc.assert(
    fc.property(headers, (given) => {
      fc.pre(Object.keys(given).some((name) => name !== 'vary'))
      const sent = {...given, date: at(0)}
      const policy = new CachePolicy(
        {headers: {}},
        {status: 200, headers: sent},
        {shared: false, cacheHeuristic: 0},
      )
      expect(lifetimeOf(new Headers(sent), limits, now)).toBe(policy.maxAge() * 1000)
    }),
    {numRuns: 2000},
  )
})

test.each([
  ['in upper and lower case', {'cache-control': 'Max-Age=60'}, minute],
  ['in upper and lower case', {'cache-control': 'NO-CACHE, max-age=60'}, 0],
  ['by the local clock if the response has no Date', {expires: at(minute)}, minute],
  ['minus the Age', {'cache-control': 'max-age=60', age: '20'}, 40_000],
  ['minus the time since the Date', {'cache-control': 'max-age=60', date: at(-20_000)}, 40_000],
  ['by default if there are no caching headers', {etag: '"1"'}, 7],
])('headers count %s: %j', (_how, given, lifetime) => {
  expect(lifetimeOf(new Headers(given), limits, now)).toBe(lifetime)
})
