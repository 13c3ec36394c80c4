import {expect, test} from 'vitest'

import {timeInProseRule} from '../../../schemas/rules/timeInProseRule.ts'
import {found} from './found.ts'

test.each(['5:30 to 6:30 pm CET', 'at 12:00 PM GMT', 'from 9 EST on', 'at 18:00 PM sharp'])(
  '“%s” is warned about: it is wrong when the clocks change, or never right',
  (summary) => {
    expect(found(timeInProseRule, {summary})).toMatchObject([{level: 'warning', path: ['summary']}])
  },
)

test('a sentence split over spans is read whole', () => {
  const children = [{text: 'We meet at '}, {text: '17:00'}, {text: ' GMT.'}]
  const text = [{_type: 'block', _key: 'a', children}]
  expect(found(timeInProseRule, {sections: [{_key: 's', text}]})).toMatchObject([
    {path: ['sections', {_key: 's'}, 'text', {_key: 'a'}]},
  ])
})

test('numbers beside other words are no times', () => {
  expect(found(timeInProseRule, {summary: 'The 10 best practices, ISO 5230, at 17:00'})).toEqual([])
})
