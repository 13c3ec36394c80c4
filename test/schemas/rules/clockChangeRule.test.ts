import {expect, test} from 'vitest'

import {clockChangeRule} from '../../../schemas/rules/clockChangeRule.ts'
import {at, findingsOf} from './findingsOf.ts'

const warnings = (start: string, timeZone: string, now: string) =>
  findingsOf(clockChangeRule, {schedule: at(start, timeZone)}, {now}).map(({message}) => message)

test('a session shortly after a clock change gets a warning with the date of the change', () => {
  const [message] = warnings('2024-04-12T15:30:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')
  expect(message).toContain('Europe/Madrid change on 2024-03-31')
})

test('a clock change in the past, long before the session or after it gets no warning', () => {
  expect(warnings('2024-04-12T15:30:00Z', 'Europe/Madrid', '2024-04-01T00:00:00Z')).toEqual([])
  expect(warnings('2024-05-12T15:30:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')).toEqual([])
  expect(warnings('2024-03-28T13:00:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')).toEqual([])
})

test('a time that occurs twice gets a warning, because it is ambiguous', () => {
  const [message] = warnings('2025-10-26T00:30:00Z', 'Europe/Madrid', '2025-10-01T00:00:00Z')
  expect(message).toContain('02:30 occurs twice')
})

test('a time zone without clock changes gets no warning', () => {
  expect(warnings('2025-04-12T15:30:00Z', 'Asia/Kolkata', '2025-03-01T00:00:00Z')).toEqual([])
  expect(warnings('2025-04-12T15:30:00Z', 'UTC', '2025-03-01T00:00:00Z')).toEqual([])
})
