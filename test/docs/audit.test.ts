import {readFileSync} from 'node:fs'
import {defaultAuditDays, findingCodes} from '@touchpoints/calendar/audit'
import {expect, test} from 'vitest'

import {defaultSilencesFile} from '../../cli/audit/readSilences.ts'
import {failures} from '../audit/corpus/failures.ts'

const page = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8')

test('docs/audit.md has every code of a finding', () => {
  expect(findingCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})

test.each([
  `${defaultAuditDays.back} days back and ${defaultAuditDays.ahead} days ahead`,
  defaultSilencesFile,
  `${failures.length} failures`,
])('docs/audit.md says what the code does: "%s"', (words) => {
  expect(page).toContain(words)
})
