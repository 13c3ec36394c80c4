import {expect, it} from 'vitest'

import {mayBeCanceled} from '../../../studio/acts/session/mayBeCanceled.ts'

const begun = {_id: 'drafts.one', status: 'planned'}
const dated = {
  ...begun,
  schedule: {start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
}

it('has nothing to cancel in a session that was just begun', () => {
  expect(mayBeCanceled(begun, false)).toBe(false)
  expect(mayBeCanceled({...begun, schedule: {minutes: 60}}, false)).toBe(false)
})

it('cancels a session with a date, and one that visitors have seen', () => {
  expect(mayBeCanceled(dated, false)).toBe(true)
  expect(mayBeCanceled(begun, true)).toBe(true)
})

it.each(['cancelled', 'held'])('does not cancel a session that is %s', (status) => {
  expect(mayBeCanceled({...dated, status}, true)).toBe(false)
})
