import {describe, expect, test} from 'vitest'

import {clockTimes, zoneIn} from '../../../importers/markdown/clockTimes.ts'
import {readDate} from '../../../importers/markdown/writtenDate.ts'
import {readMarkdown} from '../../support/readMarkdown.ts'

test.each([
  ['March, Thursday 28th - 2:00 to 3:00 pm CET', '2024-03-28'],
  ['April, Friday 12 - 5:30 to 6:30 pm CET', '2024-04-12'],
  ['Thursday, February 13', '2024-02-13'],
  ['12 May 2025', '2025-05-12'],
  ['Feb 3rd, 2026', '2026-02-03'],
  ['27/05/2025', '2025-05-27'],
  ['03/04/2026', undefined],
  ['2025-02-30', undefined],
  ['February 30', undefined],
  ['soon', undefined],
])('“%s” is the date %s', (text, date) => {
  expect(readDate(text, '2024')?.date).toBe(date)
})

test.each([
  ['2:00 to 3:00 pm CET', [{time: '14:00', minutes: 60, zone: {name: 'CET'}}]],
  ['12:00 PM GMT', [{time: '12:00', zone: {name: 'GMT'}}]],
  ['12:00 AM', [{time: '00:00'}]],
  ['5:30 – 7:00 pm', [{time: '17:30', minutes: 90}]],
  ['18:00 PM', [{time: '18:00', impossible: '18:00 PM'}]],
  ['4PM WAT', [{time: '16:00', zone: {candidates: ['Africa/Lagos']}}]],
  ['09:00 IST (03:30 UTC)', [{time: '09:00'}, {time: '03:30', zone: {candidates: ['UTC']}}]],
  ['10:00a PT/1:00p ET/1700 UTC', [{time: '10:00'}, {time: '13:00'}, {time: '17:00'}]],
  ['10:00 in XYZT', [{time: '10:00'}]],
  ['10:00 XYZ', [{time: '10:00', zone: {name: 'XYZ', candidates: []}}]],
  ['9:00am US Central Time', [{time: '09:00', zone: {candidates: ['America/Chicago']}}]],
])('“%s” is read as the times that people mean', (text, expected) => {
  expect(clockTimes(text)).toMatchObject(expected)
})

test.each(['25:00', 'in 5 to 10 minutes', '2025-02-13', ''])('“%s” is not a time', (text) => {
  expect(clockTimes(text)).toEqual([])
})

test('a heading names the zone of its times in brackets or in words', () => {
  expect(zoneIn('Time (GMT)')?.name).toBe('GMT')
  expect(zoneIn('All times are in Central European Time')?.candidates).toEqual(['Europe/Berlin'])
  expect(zoneIn('Time')).toBeUndefined()
})

function session(when: string, more = '') {
  const page = `| Date | Time | Topic |\n|---|---|---|\n| ${when} | Boats |\n\n${more}`
  const {documents, findings} = readMarkdown(page, {asOf: '2025-06-01', homeZone: 'Europe/Oslo'})
  const start: unknown = Reflect.get(
    Object(documents.find(({_type}) => _type === 'touchpoint')?.['schedule']),
    'start',
  )
  return {
    start,
    questions: findings.filter(({code, kind}) => kind === 'ask' && code !== 'which-audience'),
  }
}

describe('the zone of a session', () => {
  test.each([
    ['2025-07-10 | 10:00 EST', 'New York has summer time in July'],
    ['2025-07-10 | 10:00 Eastern Standard Time', 'the long name has the same doubt'],
    ['2025-07-10 | 10:00 Central European Standard Time', 'Berlin has summer time in July'],
    ['2025-07-10 | 12:00 GMT', 'London has summer time in July'],
    ['2025-02-13 | 12:00 CST', 'Chicago or Shanghai'],
    ['2025-02-13 | 12:00 IST', 'India, Israel or Ireland'],
    ['2025-01-13 | 12:00 AEST', 'Sydney has summer time in January'],
    ['2025-02-13 | 12:00 XYZ', 'no clock has this name'],
    ['2025-02-13 | 12:00', 'no zone'],
  ])('%s is asked, not guessed: %s', (when) => {
    const {start, questions} = session(when)
    expect(start).toBeUndefined()
    expect(questions).toMatchObject([{code: 'which-zone'}])
    expect(questions[0]?.choices.length).toBeGreaterThan(1)
    expect(questions[0]?.choices[0]?.set).toMatchObject({schedule: {_type: 'schedule'}})
  })

  test.each([
    ['2025-01-13 | 12:00 GMT', '2025-01-13T12:00:00Z'],
    ['2025-01-13 | 10:00 EST', '2025-01-13T15:00:00Z'],
    ['2025-07-10 | 12:00 AEST', '2025-07-10T02:00:00Z'],
    ['2025-02-13 | 12:00 SGT', '2025-02-13T04:00:00Z'],
    ['2025-02-13 | 12:00 HKT', '2025-02-13T04:00:00Z'],
    ['2025-07-10 | 12:00 EEST', '2025-07-10T09:00:00Z'],
    ['2025-02-13 | 12:00 WAT', '2025-02-13T11:00:00Z'],
    ['2025-02-13 | 12:00 UTC+2', '2025-02-13T10:00:00Z'],
    ['2025-02-13 | 12:00 GMT+11', '2025-02-13T01:00:00Z'],
    ['2025-07-10 | 09:00 Eastern', '2025-07-10T13:00:00Z'],
    ['2025-07-10 | 9am Pacific Time', '2025-07-10T16:00:00Z'],
    ['2025-02-13 | 20:00 Beijing Time', '2025-02-13T12:00:00Z'],
    ['2025-02-13 | 12:00 IST (06:30 UTC)', '2025-02-13T06:30:00Z'],
    ['2025-07-10 | 12:00 GMT / 11:00 UTC', '2025-07-10T11:00:00Z'],
    ['2025-02-13 | 23:00 UTC / 08:00 JST', '2025-02-13T23:00:00Z'],
  ])('%s has one meaning: %s', (when, start) => {
    expect(session(when)).toEqual({start, questions: []})
  })

  test('the page’s own calendar settles the name of its clock, and no other one', () => {
    const calendar = '[Calendar](https://calendar.example.org/embed?ctz=Europe%2FMadrid)'
    expect(session('2025-07-10 | 12:00 CET', calendar).start).toBe('2025-07-10T10:00:00Z')
    expect(session('2025-07-10 | 12:00 EST', calendar).start).toBeUndefined()
  })

  test.each([
    ['2026-03-08 | 2:30 AM ET', 'skips 02:30', ['2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z']],
    [
      '2025-11-02 | 1:30 AM ET',
      'shows 01:30 twice',
      ['2025-11-02T05:30:00Z', '2025-11-02T06:30:00Z'],
    ],
  ])('%s is asked with both instants, because the clock %s', (when, reason, starts) => {
    const {start, questions} = session(when)
    expect(start).toBeUndefined()
    expect(questions).toHaveLength(1)
    expect(questions[0]?.message).toContain(reason)
    expect(
      questions[0]?.choices.map(({set}) => Reflect.get(Object(set['schedule']), 'start')),
    ).toEqual(starts)
  })

  test('an hour in a zone with several meanings beside one with a single meaning is to be verified', () => {
    const text = '| Date | Time | Topic |\n|-|-|-|\n| 2025-07-10 | 9-10am PT, 6-7pm CET | Kelp |\n'
    const {documents, findings} = readMarkdown(text, {asOf: '2025-06-01'})
    expect(documents.find(({_type}) => _type === 'touchpoint')?.['schedule']).toMatchObject({
      start: '2025-07-10T16:00:00Z',
    })
    expect(findings.map(({message}) => message).join()).toContain(
      '"18:00 CET" has several meanings',
    )
  })

  test('a second hour settles which of two instants is meant', () => {
    expect(session('2025-11-02 | 1:30 AM ET (06:30 UTC)').start).toBe('2025-11-02T06:30:00Z')
  })

  test('hours that are never one instant are asked', () => {
    const {start, questions} = session('2025-02-13 | 12:00 UTC / 12:00 JST')
    expect(start).toBeUndefined()
    expect(questions).toMatchObject([{choices: [{}, {}]}])
  })
})
