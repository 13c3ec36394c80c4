import {expect, test} from 'vitest'

import {readMarkdown} from '../../support/readMarkdown.ts'

const table = `| Date | Topic | Speaker | Recording |
|---|---|---|---|
| 2026-02-12 | Kelp | Ann Bay | |
| 2025-02-13 | Reef | Sol Reed | [video](https://youtu.be/aaaaaaaaaaa) |
`

function planOf(text: string) {
  const plan = readMarkdown(text, {asOf: '2026-01-15'})
  const ofType = (type: string) => plan.documents.filter(({_type}) => _type === type)
  return {...plan, ofType}
}

test('sessions that no heading names belong to the series of the page, with its hour and its audience', () => {
  const {ofType, findings} = planOf(
    `# Kelp Forum 2026\n\nEvery Thursday at 10:00 Eastern we talk. Anyone may join.\n\n${table}`,
  )
  expect(ofType('series')).toMatchObject([
    {
      title: 'Kelp Forum',
      audience: 'everyone',
      cadence: {slots: [{weekdays: ['TH'], time: '10:00', timeZone: 'America/New_York'}]},
    },
  ])
  expect(ofType('touchpoint')).toMatchObject([
    {schedule: {start: '2026-02-12T15:00:00Z'}, audience: 'everyone'},
    {schedule: {start: '2025-02-13T15:00:00Z'}, audience: 'everyone'},
  ])
  expect(ofType('recording')).toMatchObject([{season: 'Kelp Forum 2025'}])
  const messages = findings.map(({message}) => message).join('\n')
  expect(messages).toContain('after the page')
  expect(messages).toContain('gives no hour')
  expect(messages).toContain('was read as the rhythm of "Kelp Forum"')
})

test('the rhythm of every other week leaves its weeks open, and gives the hour', () => {
  const {ofType, findings} = planOf(
    `# Kelp Forum\n\nEvery other Thursday at 10:00 Eastern we talk for an hour. Anyone may join.\n\n${table}`,
  )
  const [series] = ofType('series')
  expect(series?.['cadence']).toBeUndefined()
  expect(ofType('touchpoint')[0]).toMatchObject({schedule: {start: '2026-02-12T15:00:00Z'}})
  expect(
    findings.find(({document, kind}) => document === series?._id && kind === 'ask'),
  ).toMatchObject({code: 'which-dates'})
})

test('a page with a title that names nothing has its series named, to be verified', () => {
  const {ofType, findings} = planOf(`# Agenda\n\n${table}`)
  expect(ofType('series')).toMatchObject([{title: 'Touchpoints'}])
  expect(findings.map(({message}) => message).join()).toContain('Nothing names the series')
})
