import {expect, test} from 'vitest'

import {processingTooLongRule} from '../../../schemas/rules/processingTooLongRule.ts'
import {at, findingsOf, refTo} from './findingsOf.ts'

const now = '2025-03-31T00:00:00Z'

test('a recording in processing gets a warning after 30 days, with its age', () => {
  const [finding] = findingsOf(
    processingTooLongRule,
    {availability: 'processing', date: '2025-02-27'},
    {now},
  )
  expect(finding).toMatchObject({level: 'warning', path: ['availability']})
  expect(finding?.message).toContain('32 days')
})

test('a recording without a date uses the date of its touchpoint', () => {
  const others = [{_id: 't', _type: 'touchpoint', schedule: at('2025-02-27T12:00:00Z')}]
  const recording = {_type: 'recording', availability: 'processing', touchpoint: refTo('t')}
  expect(findingsOf(processingTooLongRule, recording, {now, others})).toHaveLength(1)
})

test('a recent recording and one without a valid date get no warning', () => {
  const availability = 'processing'
  for (const date of ['2025-03-01', undefined, 'soon']) {
    expect(findingsOf(processingTooLongRule, {availability, date}, {now})).toEqual([])
  }
})
