import {expect, test} from 'vitest'

import {agendaLengthRule} from '../../../schemas/rules/agendaLengthRule.ts'
import {at, found} from './found.ts'

const agenda = (...minutes: (number | undefined)[]) => minutes.map((each) => ({minutes: each}))
const schedule = at('2025-03-06T12:00:00Z')

test('an agenda longer than its session is warned about, with both lengths', () => {
  const [finding] = found(agendaLengthRule, {schedule, agenda: agenda(40, 35)})
  expect(finding).toMatchObject({level: 'warning', path: ['agenda']})
  expect(finding?.message).toContain('75 minutes and the session 60')
})

test('one that leaves much of the hour empty is warned about, if each item has its minutes', () => {
  expect(found(agendaLengthRule, {schedule, agenda: agenda(20, 20)})).toHaveLength(1)
  expect(found(agendaLengthRule, {schedule, agenda: agenda(20, undefined)})).toEqual([])
})

test('a quarter of an hour is slack, and an agenda without minutes says nothing', () => {
  expect(found(agendaLengthRule, {schedule, agenda: agenda(45)})).toEqual([])
  expect(found(agendaLengthRule, {schedule, agenda: agenda(undefined)})).toEqual([])
})
