import {expect, test} from 'vitest'

import {decisionRule} from '../../../schemas/rules/decisionRule.ts'
import {findingsOf, refTo} from './findingsOf.ts'

const session = {document: refTo('touchpoint-1')}
const event = {calendar: refTo('calendar-1'), eventUid: 'abc@google.com'}
const check = (first: unknown, second: unknown) =>
  findingsOf(decisionRule, {_type: 'calendarDecision', verdict: 'same', first, second})

test('a decision about a session and an event, or about two events, gets no finding', () => {
  expect(check(session, event)).toEqual([])
  expect(check(event, {...event, eventUid: 'def@google.com'})).toEqual([])
  expect(check(event, {...event, calendar: refTo('calendar-2')})).toEqual([])
})

test.each([
  ['nothing', {}],
  ['an event without its calendar', {eventUid: 'abc@google.com'}],
  ['a calendar without an event', {calendar: refTo('calendar-1')}],
  ['a session and an event', {...session, ...event}],
])('%s names no meeting, so the decision would say nothing', (_, incomplete) => {
  expect(check(incomplete, event)).toMatchObject([{level: 'error', path: ['first']}])
  expect(check(event, incomplete)).toMatchObject([{level: 'error', path: ['second']}])
})

test('one meeting twice is an error, because nothing is decided', () => {
  expect(check(event, event)).toMatchObject([{level: 'error', path: ['second']}])
  expect(check(session, session)).toMatchObject([{level: 'error', path: ['second']}])
})
