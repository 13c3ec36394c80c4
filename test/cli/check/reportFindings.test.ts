import {expect, test} from 'vitest'

import {reportFindings, type Reported} from '../../../cli/check/reportFindings.ts'

const finding = (documentId: string, level: Reported['level'], message: string): Reported => ({
  documentId,
  documentType: 'guest',
  code: 'format',
  level,
  path: ['links', {_key: 'a'}, 'url'],
  message,
})

test('groups by document, errors first, and sums up', () => {
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

test('colors stay out of pipes and files', () => {
  const report = (colors: boolean) =>
    reportFindings([finding('a', 'error', 'x')], {checked: 1, colors})
  expect(report(false)).not.toContain('\u001B')
  expect(report(true)).toContain('\u001B[31m')
})
