import {describe, expect, test} from 'vitest'

import {minutesOfLength} from '../../../importers/markdown/writtenLength.ts'
import {readMarkdown} from '../../support/readMarkdown.ts'

function row(cells: string, columns = 'Date | Time | Topic | Duration') {
  const line = columns.replaceAll(/[^|]+/g, '-')
  const text = `## Past talks\n\n| ${columns} |\n|${line}|\n| ${cells} |\n`
  const plan = readMarkdown(text, {asOf: '2026-01-15'})
  const session = plan.documents.find(({_type}) => _type === 'touchpoint')
  return {...plan, session}
}

describe('a canceled session', () => {
  test.each([
    ['2025-02-12 | 10:00 UTC | Cancelled |', 'Canceled session: 2025-02-12'],
    ['2025-02-12 | 10:00 UTC | Kelp (cancelled) |', 'Kelp'],
    ['2025-02-12 | 10:00 UTC | CANCELED: Kelp |', 'Kelp'],
    ['2025-02-12 | 10:00 UTC | ~~Kelp~~ |', 'Kelp'],
    ['2025-02-12 | 10:00 UTC (cancelled) | Kelp |', 'Kelp'],
  ])('%s is no held one, and its title is without the mark', (cells, title) => {
    const {session, findings} = row(cells)
    expect(session).toMatchObject({title, status: 'cancelled'})
    expect(findings.map(({message}) => message).join()).toContain('was read as canceled')
  })

  test('is read in a list, and in the status of front matter', () => {
    const list = readMarkdown('## Past talks\n\n- 2025-02-12: ~~Reef~~ — Ann Bay (cancelled)\n', {
      asOf: '2026-01-15',
    })
    expect(list.documents.find(({_type}) => _type === 'touchpoint')).toMatchObject({
      status: 'cancelled',
    })
    expect(list.documents.some(({_type}) => _type === 'organization')).toBe(false)
    const front = readMarkdown(
      '---\ntitle: Reef\nevent_date: 2025-02-12\nspeaker: Ann Bay\ncancelled: true\n---\n',
      {asOf: '2026-01-15', path: 'talks/reef.md'},
    )
    expect(front.documents.find(({_type}) => _type === 'touchpoint')).toMatchObject({
      title: 'Reef',
      status: 'cancelled',
    })
  })

  test('a title about something canceled is a title', () => {
    const {session} = row('2025-02-12 | 10:00 UTC | Why we cancelled our bot |')
    expect(session).toMatchObject({title: 'Why we cancelled our bot', status: 'held'})
  })
})

describe('the length of a session', () => {
  test.each([
    ['90', 90],
    ['90 min', 90],
    ['1h30m', 90],
    ['1h 30', 90],
    ['1.5 hours', 90],
    ['1:30', 90],
    ['PT1H30M', 90],
    ['2 hours', 120],
    ['an hour', 60],
    ['90-minute', 90],
    ['a while', undefined],
    ['', undefined],
  ])('“%s” is %s minutes', (text, minutes) => {
    expect(minutesOfLength(text)).toBe(minutes)
  })

  test('that is not understood is a leftover, and 60 minutes are to be verified', () => {
    const {session, leftovers, findings} = row('2025-02-12 | 10:00 UTC | Kelp | a while')
    expect(session?.['schedule']).toMatchObject({minutes: 60})
    expect(leftovers.map(({text}) => text)).toContain('a while')
    expect(findings.map(({message}) => message).join()).toContain('60 minutes were used')
  })

  test('is in each answer about the zone', () => {
    const {findings} = row('2025-02-12 | 10:00 IST | Kelp | 1h30m')
    const question = findings.find(({code}) => code === 'which-zone')
    expect(question?.choices.map(({set}) => set['schedule'])).toMatchObject([
      {minutes: 90},
      {minutes: 90},
      {minutes: 90},
    ])
  })

  test('an ISO date with an hour and no length is to be verified too', () => {
    const {findings} = row('2025-02-12T10:00:00Z | | Kelp |')
    expect(findings.map(({message}) => message).join()).toContain('60 minutes were used')
  })
})

describe('a time that is not understood', () => {
  test.each(['24:00 UTC', '10 Uhr MEZ'])('“%s” is in the question', (time) => {
    const {findings, session} = row(`2025-02-12 | ${time} | Kelp |`)
    expect(session?.['schedule']).toBeUndefined()
    expect(findings.find(({code}) => code === 'which-dates')?.message).toContain(time)
  })

  test.each([
    ['2026-07-23/24 | 10:00 UTC | Kelp |', '2026-07-23/24'],
    ['2026-07-23 | 10:00 UTC (moved from 08:00) | Kelp |', 'moved from 08:00'],
  ])('%s: the rest is kept', (cells, text) => {
    const {leftovers, session} = row(cells)
    expect(session?.['schedule']).toMatchObject({start: '2026-07-23T10:00:00Z'})
    expect(leftovers.map((each) => each.text).join()).toContain(text)
  })

  test('a struck time is not the time', () => {
    const {session, leftovers} = row('2026-07-23 | ~~10:00~~ 11:00 UTC | Kelp |')
    expect(session?.['schedule']).toMatchObject({start: '2026-07-23T11:00:00Z'})
    expect(leftovers.map(({text}) => text)).toContain('~~10:00~~')
  })
})

test('a past session without a topic is asked, because nothing says that it took place', () => {
  const {session, findings} = row('2025-02-12 | 10:00 UTC | TBA |')
  expect(session?.['status']).toBeUndefined()
  expect(
    findings.find(({document, code}) => document === session?._id && code === 'not-in-sources'),
  ).toMatchObject({kind: 'ask', choices: [{set: {status: 'held'}}, {set: {status: 'cancelled'}}]})
  expect(row('2026-02-12 | 10:00 UTC | TBA |').session).toMatchObject({status: 'planned'})
})
