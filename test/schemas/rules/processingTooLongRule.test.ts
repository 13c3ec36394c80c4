import {expect, test} from 'vitest'

import {processingTooLongRule} from '../../../schemas/rules/processingTooLongRule.ts'
import {at, found, refTo} from './found.ts'

const now = '2025-03-31T00:00:00Z'

test('after 30 days “processing” is warned about, with its age', () => {
  const [finding] = found(
    processingTooLongRule,
    {availability: 'processing', date: '2025-02-27'},
    {now},
  )
  expect(finding).toMatchObject({level: 'warning', path: ['availability']})
  expect(finding?.message).toContain('32 days')
})

test('without a date of its own its touchpoint’s counts', () => {
  const others = [{_id: 't', _type: 'touchpoint', schedule: at('2025-02-27T12:00:00Z')}]
  const recording = {_type: 'recording', availability: 'processing', touchpoint: refTo('t')}
  expect(found(processingTooLongRule, recording, {now, others})).toHaveLength(1)
})

test('a fresh one, one without any date and one with a broken date wait on', () => {
  const availability = 'processing'
  for (const date of ['2025-03-01', undefined, 'soon']) {
    expect(found(processingTooLongRule, {availability, date}, {now})).toEqual([])
  }
})
