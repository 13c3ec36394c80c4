import {expect, test} from 'vitest'

import {fixedOffsetRule} from '../../../schemas/rules/fixedOffsetRule.ts'
import {findingsOf} from './findingsOf.ts'

const inSchedule = (timeZone: string) => findingsOf(fixedOffsetRule, {schedule: {timeZone}})

test.each([
  ['Etc/GMT-1', 'UTC+1', 'Europe/Berlin'],
  ['Etc/GMT+5', 'UTC−5', 'America/New_York'],
  ['Etc/GMT-9', 'UTC+9', 'Asia/Tokyo'],
])('“%s” gets a warning that says %s and suggests %s', (timeZone, offset, place) => {
  const [finding] = inSchedule(timeZone)
  expect(finding).toMatchObject({level: 'warning', path: ['schedule', 'timeZone']})
  expect(finding?.message).toContain(`is ${offset}: the sign`)
  expect(finding?.message).toContain(`such as ${place}.`)
})

test('the offset that people mean by the sign is suggested too', () => {
  expect(inSchedule('Etc/GMT-5')[0]?.message).toContain(
    'If you mean UTC−5, choose one such as America/New_York',
  )
})

test('each slot of a cadence is checked', () => {
  const slots = [
    {_key: 'a', timeZone: 'Europe/Madrid'},
    {_key: 'b', timeZone: 'Etc/GMT-1'},
  ]
  expect(findingsOf(fixedOffsetRule, {cadence: {slots}})).toMatchObject([
    {path: ['cadence', 'slots', {_key: 'b'}, 'timeZone']},
  ])
})

test.each(['Europe/Madrid', 'UTC', 'Etc/UTC', 'nonsense'])('“%s” gets no warning', (timeZone) => {
  expect(inSchedule(timeZone)).toEqual([])
})
