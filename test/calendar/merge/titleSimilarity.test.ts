import {expect, test} from 'vitest'
import {sameTitleThreshold, titleSimilarity} from '../../../calendar/merge/titleSimilarity.ts'

test.each([
  ['OSPO Book WG', 'OSPO Book: working group call'],
  ['OpenSSF TAC', 'OpenSSF TAC Meeting'],
  ['⭐️ Security management — OSPO functions', 'Security Management, OSPO functions in AI and more'],
  ['Café communauté', 'CAFE COMMUNAUTE'],
  ['Meeting', 'meeting'],
])('"%s" and "%s" count as the same title', (a, b) => {
  expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(sameTitleThreshold)
  expect(titleSimilarity(b, a)).toBe(titleSimilarity(a, b))
})

test.each([
  ['OSS in Business Working Group', 'CHAOSS OSPO Metrics Working Group'],
  ['OpenChain Monthly Call (EMEA)', 'OpenChain Monthly Call (APAC)'],
  ['AMER & EMEA Touchpoint', 'APAC & EMEA Touchpoint'],
  ['Touchpoint', 'OSPO Book WG'],
  ['', ''],
  ['⭐️', '🎉'],
])('"%s" and "%s" are different titles', (a, b) => {
  expect(titleSimilarity(a, b)).toBeLessThan(sameTitleThreshold)
})
