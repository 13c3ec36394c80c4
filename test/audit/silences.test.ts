import {applySilences, audit, type Finding} from '@touchpoints/calendar/audit'
import {expect, test} from 'vitest'

import {cadencesOf, feed, meeting, single} from './corpus/meeting.ts'

const finding: Finding = {
  code: 'never-listed',
  level: 'warning',
  sources: [{kind: 'cadence', id: 'series-board', name: 'Board'}],
  dates: [],
  message: 'No calendar has "Board".',
  key: 'never-listed series-board',
}

test('a silenced finding is listed apart, with its reason', () => {
  const silence = {key: finding.key, reason: 'Invitation only', until: '2026-12-31'}
  expect(applySilences([finding], [silence], '2026-12-31')).toEqual({
    findings: [],
    silenced: [{finding, reason: 'Invitation only'}],
  })
})

test('an expired silence is reported, and its finding comes back', () => {
  const silence = {key: finding.key, reason: 'Invitation only', until: '2026-12-30'}
  const {findings, silenced} = applySilences([finding], [silence], '2026-12-31')
  expect(silenced).toEqual([])
  expect(findings.map(({code, level}) => `${level} ${code}`)).toEqual([
    'warning never-listed',
    'info unused-silence',
  ])
})

test('a silence without a finding is reported, because nobody would remove it', () => {
  const {findings} = applySilences([], [{key: 'gone', reason: 'Old'}], '2026-12-31')
  expect(findings).toMatchObject([{code: 'unused-silence', key: 'unused-silence gone'}])
})

test('a title with line breaks stays on one line, so that it cannot write a line of a log', () => {
  const title = 'Call\\n::error::forged'
  const room = 'https://zoom.us/j/81234567890'
  const start = '2026-12-10T15:00:00Z'
  const sources = [
    feed([single(title, start, {room}), single('Other', start, {room})]),
    cadencesOf(meeting('x\n::error::forged')),
  ]
  const findings = audit({sources}, {now: '2026-11-26T00:00:00Z'})
  expect(findings.length).toBeGreaterThan(0)
  expect(JSON.stringify(findings)).not.toContain('\\n')
})

test.each([
  [{now: 'today'}, 'audit: now is "today"'],
  [{now: '2026-11-26T00:00:00Z', timeZone: 'Moon/Base'}, 'audit: timeZone "Moon/Base"'],
])('%j is rejected, with the name of the option', (options, message) => {
  expect(() => audit({sources: []}, options)).toThrow(message)
})
