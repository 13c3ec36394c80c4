import {expect, test} from 'vitest'

import {agendaLengthRule} from '../../../schemas/rules/agendaLengthRule.ts'
import {at, findingsOf} from './findingsOf.ts'

const agenda = (...minutes: (number | undefined)[]) => minutes.map((each) => ({minutes: each}))
const schedule = at('2025-03-06T12:00:00Z')

test('an agenda that is longer than its session gets a warning with both lengths', () => {
  const [finding] = findingsOf(agendaLengthRule, {schedule, agenda: agenda(40, 35)})
  expect(finding).toMatchObject({level: 'warning', path: ['agenda']})
  expect(finding?.message).toContain('75 minutes, but the session is 60')
})

test('an agenda that is much shorter than its session gets a warning if each item has minutes', () => {
  expect(findingsOf(agendaLengthRule, {schedule, agenda: agenda(20, 20)})).toHaveLength(1)
  expect(findingsOf(agendaLengthRule, {schedule, agenda: agenda(20, undefined)})).toEqual([])
})

test('fifteen open minutes and an agenda without minutes get no warning', () => {
  expect(findingsOf(agendaLengthRule, {schedule, agenda: agenda(45)})).toEqual([])
  expect(findingsOf(agendaLengthRule, {schedule, agenda: agenda(undefined)})).toEqual([])
})
