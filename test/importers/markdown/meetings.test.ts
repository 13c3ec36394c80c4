import {describe, expect, test} from 'vitest'

import {rhythmIn} from '../../../importers/markdown/rhythm.ts'
import {readMarkdown} from '../../support/readMarkdown.ts'

function planOf(text: string) {
  const plan = readMarkdown(text, {asOf: '2026-01-15'})
  const ofType = (type: string) => plan.documents.filter(({_type}) => _type === type)
  return {...plan, ofType}
}

test.each([
  ['We meet 1st & 3rd Thursday 4PM UTC-3', '1st and 3rd Thursday 4PM UTC-3'],
  ['1st/3rd Tuesday 10:00 UTC', '1st and 3rd Tuesday 10:00 UTC'],
  ['1st, 3rd and 5th Tuesday 10:00 UTC', '1st and 3rd and 5th Tuesday 10:00 UTC'],
  ['Every Monday at 10:00 EST: Zoom (passcode 1234)', 'Every Monday at 10:00 EST'],
  ['Every Monday at 10:00 EST (passcode: 1234)', 'Every Monday at 10:00 EST'],
])('the rhythm in “%s” is whole, without how to enter', (text, words) => {
  expect(rhythmIn(text)).toBe(words)
})

test('the first and the third Thursday are both dates of the series', () => {
  const {ofType} = planOf('# Tide Working Group\n\nWe meet on the 1st & 3rd Thursday 4PM UTC-3.\n')
  expect(ofType('series')).toMatchObject([{cadence: {slots: [{ordinals: [1, 3]}]}}])
})

test('a passcode is in no document', () => {
  const {documents} = planOf(
    '# Tide Working Group\n\n## Meetings\n\nEvery Monday at 10:00 AEST: [Zoom](https://zoom.us/j/222222222) (passcode 1234)\n',
  )
  expect(JSON.stringify(documents)).not.toContain('1234')
})

describe('two calls of one group', () => {
  test('with labels are two series, each with its room and its audience', () => {
    const {ofType} = planOf(`# Tide Working Group

## Meetings

- **Europe call**: Every Monday at 14:00 UTC via [Zoom](https://zoom.us/j/111111111). Open to all.
- **Americas call**: Every Tuesday at 18:00 UTC via [Zoom](https://zoom.us/j/222222222). Members only.
`)
    expect(ofType('series')).toMatchObject([
      {
        title: 'Europe call',
        audience: 'everyone',
        defaultLinks: {join: 'https://zoom.us/j/111111111'},
        cadence: {slots: [{weekdays: ['MO']}]},
      },
      {
        title: 'Americas call',
        audience: 'members',
        defaultLinks: {join: 'https://zoom.us/j/222222222'},
        cadence: {slots: [{weekdays: ['TU']}]},
      },
    ])
  })

  test('without labels are two series, and the second one shares no room and no audience', () => {
    const {ofType, findings} = planOf(`# Tide Working Group

## Meetings

We meet every Monday at 14:00 UTC via [Zoom](https://zoom.us/j/111111111). Open to all.

We also meet every Tuesday at 18:00 UTC.
`)
    const [, second] = ofType('series')
    expect(second).toMatchObject({
      title: 'Tide, second call',
      cadence: {slots: [{weekdays: ['TU']}]},
    })
    expect(second?.['audience']).toBeUndefined()
    expect(second?.['defaultLinks']).toBeUndefined()
    expect(findings.map(({message}) => message).join()).toContain('has two rhythms')
  })
})

test('a monthly newsletter makes no weekly call monthly', () => {
  const {ofType} = planOf('Our newsletter is monthly.\n\n- Kelp call: Thursdays, 12:00 UTC\n')
  expect(ofType('series')).toMatchObject([{cadence: {slots: [{frequency: 'weekly'}]}}])
})

test('a call that meets once a month is asked with its weeks as choices', () => {
  const {findings} = planOf('Each call meets once a month.\n\n- Kelp call: Thursdays, 12:00 UTC\n')
  const question = findings.find(({code}) => code === 'which-dates')
  expect(question?.choices.map(({set}) => set['cadence'])).toMatchObject(
    [1, 2, 3, 4, -1].map((week) => ({slots: [{frequency: 'monthly', ordinals: [week]}]})),
  )
})

test('people of an unknown group keep their positions and terms as leftovers', () => {
  const {leftovers} = planOf(
    '# People\n\n| Name | Position | Until |\n|-|-|-|\n| Mara Voss | Chair | 2026-12-31 |\n',
  )
  expect(leftovers.map(({text}) => text)).toContain('Mara Voss | Chair | 2026-12-31')
})

test('a room of Matrix keeps its server', () => {
  const {ofType} = planOf(
    '# Tide Working Group\n\n- **Chat**: #tide:matrix.example.org on Matrix\n- **Meetings**: Mondays at 10:00 UTC\n',
  )
  expect(ofType('workingGroup')).toMatchObject([
    {channels: [{kind: 'matrix', name: '#tide:matrix.example.org'}]},
  ])
})

test('a link on a topic is an agenda only if it says so, and an address ends before the full stop', () => {
  const {ofType, leftovers} = planOf(`## Past talks

| Date | Topic | Speaker | Recording |
|---|---|---|---|
| 2025-02-12 | [Kelp](https://kelp.example/) | Ann Bay | See https://kelp.example/watch. |
| 2025-02-13 | Reef ([agenda](https://reef.example/1)) | Ann Bay | |
`)
  const [first, second] = ofType('touchpoint')
  expect(first?.['links']).toBeUndefined()
  expect(leftovers.map(({text}) => text)).toContain('https://kelp.example/')
  expect(second).toMatchObject({links: {agenda: 'https://reef.example/1'}})
  expect(ofType('recording')).toMatchObject([{media: {url: 'https://kelp.example/watch'}}])
})

describe('the clock of a series', () => {
  const meeting = (words: string) =>
    planOf(`# Tide Working Group\n\n- **Chat**: #tide\n- **Meetings**: ${words}\n`)

  test('that two zones share in a half of the year only is a finding with both clocks', () => {
    const {findings} = meeting('Every Thursday 10:00 IST/05:30 CET')
    const finding = findings.find(({message}) => message.includes('half of the year'))
    expect(finding?.choices.map(({set}) => set['cadence'])).toMatchObject([
      {slots: [{time: '10:00', timeZone: 'Asia/Kolkata'}]},
      {slots: [{time: '05:30', timeZone: 'Europe/Berlin'}]},
    ])
    expect(
      meeting('Every Thursday 10:00 IST/04:30 UTC')
        .findings.map(({message}) => message)
        .join(),
    ).not.toContain('half of the year')
  })

  test.each(['EST', 'Eastern Standard Time'])('“%s” is not settled silently', (zone) => {
    const {findings} = meeting(`Every Thursday at 10:00 ${zone}`)
    expect(findings.map(({message}) => message).join()).toContain('has several meanings')
  })

  test('AEST offers Brisbane too', () => {
    const {findings} = meeting('Every Thursday at 10:00 AEST')
    expect(JSON.stringify(findings)).toContain('Australia/Brisbane')
  })
})

test('rhythms without a name below a heading about calls are series with its name', () => {
  const {ofType, findings} = planOf(`# Meetings

## Calls

- Weekly on Mondays at 14:00 GMT
- Fortnightly on Tuesdays, 9:00 NZDT

## Weekly call

Every Wednesday at 10:00 EST
`)
  expect(ofType('series')).toMatchObject([
    {title: 'Calls', cadence: {slots: [{weekdays: ['MO'], time: '14:00'}]}},
    {title: 'Calls, second call', cadenceText: 'Fortnightly on Tuesdays, 9:00 NZDT'},
    {title: 'Weekly call', cadence: {slots: [{weekdays: ['WE'], time: '10:00'}]}},
  ])
  expect(findings.filter(({message}) => message.includes('has no name'))).toHaveLength(3)
})

test('a table with dates as columns and an empty corner has a session in each column', () => {
  const {ofType} = planOf(`## Agenda 2026

|  | 2026-02-12 | 2026-02-19 |
|---|---|---|
| Topic | Kelp | Reef |
| Speaker | Ann Bay | Sol Reed |
| Time | 10:00 UTC | 11:00 UTC |
`)
  expect(ofType('touchpoint')).toMatchObject([
    {title: 'Kelp', schedule: {start: '2026-02-12T10:00:00Z'}},
    {title: 'Reef', schedule: {start: '2026-02-19T11:00:00Z'}},
  ])
})
