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
