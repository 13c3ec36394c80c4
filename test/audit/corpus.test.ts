import {audit, findingCodes, type Finding, type AuditInput} from '@touchpoints/calendar/audit'
import {describe, expect, test} from 'vitest'

import {failures} from './corpus/failures.ts'
import {healthyCalendars} from './corpus/healthy.ts'

/** Findings that somebody has to act on. */
function alarms(input: AuditInput, now: string): Finding[] {
  return audit(input, {now}).filter(({level}) => level !== 'info')
}

/** Weeks in the window of an audit. */
const weeks = (62 + 184) / 7

const found = failures.map((failure) => ({...failure, alarms: alarms(failure.input, failure.now)}))

/** Returns what an audit makes of a corpus of failures. */
function scoreOf(audited: readonly {name: string; code: string; alarms: readonly Finding[]}[]) {
  const missed = audited.filter((each) => each.alarms.every(({code}) => code !== each.code))
  const noisy = audited.filter((each) => each.alarms.some(({code}) => code !== each.code))
  const share = (audited.length - missed.length) / audited.length
  return {share, missed: missed.map(({name}) => name), noisy: noisy.map(({name}) => name)}
}

describe('the corpus of failures', () => {
  test('has at least 100 of them, and each code that is not a note', () => {
    expect(failures.length).toBeGreaterThanOrEqual(100)
    expect(new Set(failures.map(({name}) => name)).size).toBe(failures.length)
    const notes = new Set(['differs', 'unused-silence'])
    const covered = new Set<string>(failures.map(({code}) => code))
    expect(findingCodes.filter((code) => !covered.has(code) && !notes.has(code))).toEqual([])
  })

  test('is found to 95 % or more under the right code, and almost never under another one, too', () => {
    const {share, missed, noisy} = scoreOf(found)
    process.stdout.write(
      [
        `audit: ${failures.length - missed.length} of ${failures.length} failures found (${Math.round(share * 100)} %), ${noisy.length} with a second code`,
        ...missed.map((name) => `  missed: ${name}`),
        ...noisy.map((name) => `  with a second code: ${name}`),
        '',
      ].join('\n'),
    )
    expect(share).toBeGreaterThanOrEqual(0.95)
    expect(noisy.length).toBeLessThanOrEqual(failures.length * 0.05)
  })

  test('the score drops when findings are lost, so that the test can fail', () => {
    const half = found.map((each, index) => (index % 2 === 0 ? each : {...each, alarms: []}))
    expect(scoreOf(half).share).toBeCloseTo(0.5)
  })

  test('each finding names its sources, and its message says what to do', () => {
    const all = found.flatMap((each) => each.alarms)
    expect(all.filter(({sources}) => sources.length === 0)).toEqual([])
    const advice =
      /\b(?:add|cancel|check|correct|create|delete|disable|disappears|end|enter|give|link|look up|name|open|remove|renew|set|use|used)\b/i
    expect(all.filter(({message}) => !advice.test(message))).toEqual([])
    expect(all.filter(({message, key}) => /\s\s|\n/.test(message + key))).toEqual([])
  })

  test.each(['removed', 'wrong-zone', 'retimed', 'ended', 'never-listed', 'shared-room'])(
    'the key of %s is the same a week later, so that a silence stays valid',
    (code) => {
      const keysOf = (list: readonly Finding[]) => list.map(({key}) => key)
      const some = found.filter((each) => each.code === code).slice(0, 6)
      const pairs = some.map(({input, now, alarms: today}) => {
        const later = new Date(Date.parse(now) + 7 * 86_400_000).toISOString()
        return {today: keysOf(today), later: keysOf(alarms(input, later))}
      })
      // What was wrong on a single date within the week is over then.
      const lasting = pairs.filter(({later}) => later.length > 0)
      expect(lasting.length).toBeGreaterThan(2)
      expect(lasting.map(({later}) => later)).toEqual(lasting.map(({today}) => today))
    },
  )
})

describe('healthy calendars', () => {
  const audited = healthyCalendars.map(({name, now, input}) => {
    const feeds = input.sources.filter(({kind}) => kind === 'feed').length
    return {name, feedWeeks: feeds * weeks, alarms: alarms(input, now)}
  })

  test('raise at most one false alarm in 100 weeks of feeds', () => {
    const total = audited.reduce((sum, {feedWeeks}) => sum + feedWeeks, 0)
    const raised = audited.flatMap(({name, alarms: some}) =>
      some.map(({key, message}) => `${name}: ${key}: ${message}`),
    )
    process.stdout.write(
      [
        `audit: ${raised.length} false alarms in ${Math.round(total)} weeks of healthy feeds`,
        ...raised.map((text) => `  ${text}`),
        '',
      ].join('\n'),
    )
    expect(total).toBeGreaterThan(100)
    // One in all of them, which is far less than one in 100 weeks.
    expect(raised.length).toBeLessThanOrEqual(1)
  })
})
