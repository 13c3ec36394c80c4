import {expect, test} from 'vitest'

import {clockChangeRule} from '../../../schemas/rules/clockChangeRule.ts'
import {at, found} from './found.ts'

const warned = (start: string, timeZone: string, now: string) =>
  found(clockChangeRule, {schedule: at(start, timeZone)}, {now}).map(({message}) => message)

test('a change of the clocks between now and a session soon after it is told, with its date', () => {
  const [message] = warned('2024-04-12T15:30:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')
  expect(message).toContain('Europe/Madrid change on 2024-03-31')
})

test('a change that has happened, one long before, and one after the session are not told', () => {
  expect(warned('2024-04-12T15:30:00Z', 'Europe/Madrid', '2024-04-01T00:00:00Z')).toEqual([])
  expect(warned('2024-05-12T15:30:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')).toEqual([])
  expect(warned('2024-03-28T13:00:00Z', 'Europe/Madrid', '2024-03-20T00:00:00Z')).toEqual([])
})

test('an hour that comes twice that night is told: nobody knows which is meant', () => {
  const [message] = warned('2025-10-26T00:30:00Z', 'Europe/Madrid', '2025-10-01T00:00:00Z')
  expect(message).toContain('has 02:30 twice')
})

test('a zone without changes has nothing to tell', () => {
  expect(warned('2025-04-12T15:30:00Z', 'Asia/Kolkata', '2025-03-01T00:00:00Z')).toEqual([])
  expect(warned('2025-04-12T15:30:00Z', 'UTC', '2025-03-01T00:00:00Z')).toEqual([])
})
