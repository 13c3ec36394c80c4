import {expect, test} from 'vitest'

import {timeInTextRule} from '../../../schemas/rules/timeInTextRule.ts'
import {findingsOf} from './findingsOf.ts'

test.each(['5:30 to 6:30 pm CET', 'at 12:00 PM GMT', 'from 9 EST on', 'at 18:00 PM sharp'])(
  '“%s” gets a warning, because it is invalid or becomes wrong when the clocks change',
  (summary) => {
    expect(findingsOf(timeInTextRule, {summary})).toMatchObject([
      {level: 'warning', path: ['summary']},
    ])
  },
)

test('a sentence in several spans is checked as one text', () => {
  const children = [{text: 'We meet at '}, {text: '17:00'}, {text: ' GMT.'}]
  const text = [{_type: 'block', _key: 'a', children}]
  expect(findingsOf(timeInTextRule, {sections: [{_key: 's', text}]})).toMatchObject([
    {path: ['sections', {_key: 's'}, 'text', {_key: 'a'}]},
  ])
})

test('numbers that are not times get no warning', () => {
  expect(
    findingsOf(timeInTextRule, {summary: 'The 10 best practices, ISO 5230, at 17:00'}),
  ).toEqual([])
})

test.each([
  'Noon GMT',
  'At 5pm ET / 2pm PT',
  'midnight EST',
  '1800 CET',
  '17h CET',
  'um 17 Uhr MEZ',
  '12:00 Uhr MESZ',
  'mediodía CET',
  'a las 17:30 (CET)',
  'midi CET',
  '18時 JST',
  '9-10am PT',
  '09:00–10:30 ET',
  '5 p.m. ET',
  '18.00 p.m.',
  '13 pm',
  'at 00:30 PM',
])('“%s” gets a warning in each wording, because it is right for some visitors only', (summary) => {
  expect(findingsOf(timeInTextRule, {summary: `We start ${summary}, as always`})).toMatchObject([
    {level: 'warning', path: ['summary']},
  ])
})

test.each([
  '17:30 in Madrid',
  '17:00 UTC',
  'We ran 10 CAT scans and 3 PET scans',
  'ISO 5230 and RFC 2119 MUST',
  '20 PM roles, and 3 tracks',
  'The 12 IT people of MT Capital',
  'Noon in Lisbon',
  'ET phone home at 17:00',
  '2026 EST budget',
])('“%s” gets no warning', (summary) => {
  expect(findingsOf(timeInTextRule, {summary})).toEqual([])
})
