import {expect, test} from 'vitest'
import {titleSimilarity} from '../../../calendar/merge/titleSimilarity.ts'

test.each([
  ['OSPO Book WG', 'OSPO Book: working group call'],
  ['OpenSSF TAC', 'OpenSSF TAC Meeting'],
  ['⭐️ Security management — OSPO functions', 'Security Management, OSPO functions in AI and more'],
  ['Café communauté', 'CAFE COMMUNAUTE'],
  ['Meeting', 'meeting'],
])('"%s" and "%s" are very similar', (a, b) => {
  expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(0.85)
  expect(titleSimilarity(b, a)).toBe(titleSimilarity(a, b))
})

test.each([
  ['OSS in Business Working Group', 'CHAOSS OSPO Metrics Working Group'],
  ['OpenChain Monthly Call (EMEA)', 'OpenChain Monthly Call (APAC)'],
  ['AMER & EMEA Touchpoint', 'APAC & EMEA Touchpoint'],
  ['Touchpoint', 'OSPO Book WG'],
  ['', ''],
  ['⭐️', '🎉'],
])('"%s" and "%s" are less similar', (a, b) => {
  expect(titleSimilarity(a, b)).toBeLessThan(0.85)
})
