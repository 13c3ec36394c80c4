import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Finding} from '@touchpoints/calendar/audit'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {annotations} from '../../../cli/audit/annotations.ts'
import {readSilences} from '../../../cli/audit/readSilences.ts'
import {reportFindings} from '../../../cli/audit/reportFindings.ts'
import {commandLine} from '../../support/commandLine.ts'

const removed: Finding = {
  code: 'removed',
  level: 'warning',
  sources: [{kind: 'calendar', id: 'calendar-main', name: 'Main'}],
  dates: ['2026-12-15'],
  message: '100 % of "A, B: C" is gone.\r\n::error::forged',
  key: 'removed calendar-main',
}

describe('the annotations of a GitHub Action', () => {
  test('are one line each, so that a title of a feed cannot start a command', () => {
    expect(annotations([removed])).toBe(
      '::warning title=Meetings%3A removed::100 %25 of "A, B: C" is gone.%0D%0A::error::forged%0Akey: removed calendar-main',
    )
  })

  test('call a note a notice, as GitHub does', () => {
    expect(annotations([{...removed, level: 'info'}])).toMatch(/^::notice /)
  })
})

test('people see the message, the key for silencing, and a summary', () => {
  const result = {findings: [removed], silenced: [{finding: removed, reason: 'Holidays'}]}
  const window = {from: '2026-09-25T00:00:00.000Z', to: '2027-05-29T00:00:00.000Z'}
  const text = reportFindings(result, {...window, colors: false})
  expect(text).toContain('! removed  100 % of')
  expect(text).toContain('  key: removed calendar-main')
  expect(text).toMatch(
    /Compared 2026-09-25 to 2027-05-29: 0 errors, 1 warning, 0 notes, 1 silenced\.$/,
  )
  expect(text).not.toContain('\u001B')
  expect(reportFindings(result, {...window, colors: true})).toContain('\u001B[33m')
})

describe('the file of silenced findings', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoints-audit-'))
  })
  afterAll(() => rm(folder, {recursive: true, force: true}))

  test('may be missing, unless the caller named it', async () => {
    expect(await readSilences(undefined, folder)).toEqual([])
    await expect(readSilences('other.json', folder)).rejects.toThrow('other.json does not exist')
  })

  test('needs a key and a reason, because a silence without one is never looked at again', async () => {
    const read = async (value: unknown) => {
      await writeFile(join(folder, 'touchpoints.audit.json'), JSON.stringify(value))
      return readSilences(undefined, folder)
    }
    const silence = {key: 'removed calendar-main', reason: 'Holidays', until: '2027-01-10'}
    expect(await read([silence])).toEqual([silence])
    await expect(read({})).rejects.toThrow('is not a list')
    await expect(read([{reason: 'x'}])).rejects.toThrow(
      'Entry 1 of touchpoints.audit.json has no key',
    )
    await expect(read([silence, {key: 'x', reason: ' '}])).rejects.toThrow('Entry 2')
    await expect(read([null])).rejects.toThrow('has no key')
    await expect(read([{...silence, until: '2027-02-30'}])).rejects.toThrow('not a date')
  })
})

test.each([
  [['--json', '--github'], 'Use either --json or --github'],
  [['--now', 'today'], '--now is "today"'],
  [['--from', '2027-01-01T00:00:00Z', '--to', '2026-01-01T00:00:00Z'], 'is not before --to'],
  [['README.md'], 'accepts no files'],
])('audit %j is an error that says what to write instead', async (options, message) => {
  const {code, err} = await commandLine(tmpdir())(['audit', ...options])
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})
