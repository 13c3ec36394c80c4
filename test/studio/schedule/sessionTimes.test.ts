import {expect, test} from 'vitest'

import {sessionTimes} from '../../../studio/schedule/sessionTimes.ts'

test('a session over midnight says that it ends on another day, where it does', () => {
  const places = [
    {name: 'Session', timeZone: 'Europe/Madrid'},
    {name: 'UTC', timeZone: 'UTC'},
  ]
  expect(sessionTimes('2024-03-28T22:30:00Z', 60, places)).toEqual([
    {...places[0], date: 'Thu 28 Mar 2024', from: '23:30', time: '23:30–00:30 (+1\u00a0d)'},
    {...places[1], date: 'Thu 28 Mar 2024', from: '22:30', time: '22:30–23:30'},
  ])
})

test('the times are in the language of the announcement', () => {
  const [time] = sessionTimes('2024-03-28T13:00:00Z', 60, [{name: 'UTC', timeZone: 'UTC'}], 'de')
  expect(time).toMatchObject({date: 'Do., 28. März 2024', time: '13:00–14:00'})
})
