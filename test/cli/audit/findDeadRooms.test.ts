import type {FeedFetch} from '@touchpoints/calendar/fetch'
import {expect, test} from 'vitest'

import {findDeadRooms} from '../../../cli/audit/findDeadRooms.ts'
import {eventsOf, feed, meeting} from '../../audit/corpus/meeting.ts'

const rooms = [1, 2, 3].map((id) => `https://zoom.us/j/8123456789${id}`)
const sources = [
  feed(rooms.map((room, index) => eventsOf(meeting(`Call ${index}`, {}, {room}), 'rrule'))),
]
const window = {
  from: '2026-11-01T00:00:00Z',
  to: '2027-01-01T00:00:00Z',
  now: '2026-11-26T00:00:00Z',
}

/** Answers each room with a status, or not at all. */
function answering(statuses: readonly (number | undefined)[]): FeedFetch {
  return (url) => {
    const status = statuses[rooms.indexOf(url)]
    if (status === undefined) return Promise.reject(new Error('getaddrinfo ENOTFOUND'))
    return Promise.resolve({status, headers: new Headers(), body: null})
  }
}

async function deadRooms(...statuses: (number | undefined)[]) {
  const options = {fetch: answering(statuses), progress: () => {}}
  return (await findDeadRooms(sources, window, options)).map(({url}) => rooms.indexOf(url))
}

test('each room of the events ahead is requested once, and those that are gone are returned', async () => {
  expect(await deadRooms(200, 404, 503)).toEqual([1])
})

test('a host that does not exist is dead, unless no host responds at all', async () => {
  expect(await deadRooms(200, undefined, 403)).toEqual([1])
  expect(await deadRooms(undefined, undefined, undefined)).toEqual([])
})
