import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {defaultIsolationLimits} from '../../calendar/fetch/isolation/isolationLimits.ts'
import {defaultFetchLimits} from '../../calendar/fetch/fetchLimits.ts'
import {maxPerGroup, maxPairs} from '../../calendar/merge/pairs.ts'
import {maxTimeDifference, day} from '../../calendar/merge/time.ts'
import {feedProblemCodes} from '../../calendar/problems.ts'

const page = readFileSync(new URL('../../docs/calendars.md', import.meta.url), 'utf8')
const minutes = (ms: number) => ms / 60_000
const hours = (ms: number) => ms / 3_600_000

test.each([
  `by up to ${maxTimeDifference / day} days`,
  `${maxPerGroup} are compared`,
  `${maxPairs.toLocaleString('en')} pairs`,
  `deadline\` (${defaultFetchLimits.deadline / 1000} seconds by default)`,
  `timeout\` (${defaultFetchLimits.timeout / 1000} seconds)`,
  `bytes\` (${defaultFetchLimits.bytes / 1024 / 1024} MB)`,
  `within ${minutes(defaultFetchLimits.minFreshness)} minutes and ${hours(defaultFetchLimits.maxFreshness)} hours`,
  `More than ${defaultFetchLimits.redirects} redirects`,
  `if there were ${defaultFetchLimits.minEventsForLoss} or more`,
  `served for ${hours(defaultFetchLimits.acceptLossAfter)} hours`,
  `\`work\` (${defaultIsolationLimits.work / 1000} seconds)`,
  `\`memory\` (${defaultIsolationLimits.memory} MB)`,
  `\`wait\` (${defaultIsolationLimits.wait / 1000} seconds)`,
  `\`requests\` (${defaultIsolationLimits.requests})`,
  `\`quarantine\` (${minutes(defaultIsolationLimits.quarantine)} minutes)`,
  `\`maxQuarantine\` (${hours(defaultIsolationLimits.maxQuarantine)} hours)`,
  `${minutes(defaultFetchLimits.minRetryDelay)}, 2, 4 … ${minutes(defaultFetchLimits.maxRetryDelay)} minutes`,
])('docs/calendars.md says what the code does: "%s"', (words) => {
  expect(page).toContain(words)
})

test('docs/calendars.md has every problem code of a feed', () => {
  expect(feedProblemCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})
