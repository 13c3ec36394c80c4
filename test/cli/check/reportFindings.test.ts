import {expect, test} from 'vitest'

import {reportFindings, type ReportedFinding} from '../../../cli/check/reportFindings.ts'

const finding = (
  documentId: string,
  level: ReportedFinding['level'],
  message: string,
): ReportedFinding => ({
  documentId,
  documentType: 'guest',
  code: 'format',
  level,
  path: ['links', {_key: 'a'}, 'url'],
  message,
})

test('a report groups findings by document, lists errors first, and ends with a summary', () => {
  const findings = [
    finding('b', 'warning', 'Odd.'),
    finding('a', 'error', 'Wrong.'),
    finding('b', 'error', 'Broken.'),
  ]
  expect(reportFindings(findings, {checked: 3, colors: false})).toBe(
    [
      'b',
      '  ✗ error  links[_key=="a"].url: Broken. (format)',
      '  ! warning  links[_key=="a"].url: Odd. (format)',
      '',
      'a',
      '  ✗ error  links[_key=="a"].url: Wrong. (format)',
      '',
      '3 documents checked: 2 errors, 1 warning.',
    ].join('\n'),
  )
})

test('a report without a terminal has no colors, so that pipes and files stay plain text', () => {
  const report = (colors: boolean) =>
    reportFindings([finding('a', 'error', 'x')], {checked: 1, colors})
  expect(report(false)).not.toContain('\u001B')
  expect(report(true)).toContain('\u001B[31m')
})
