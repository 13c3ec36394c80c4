import {expect, test} from 'vitest'

import type {FeedEvent} from '../../../calendar/index.ts'
import {publishEvents, selectEvents} from '../../../loaders/feeds/index.ts'

function feedEvent(fields: Partial<FeedEvent> = {}): FeedEvent {
  return {
    kind: 'feed',
    id: 'todo/call',
    title: 'Call',
    start: '2026-03-12T12:00:00Z',
    end: '2026-03-12T13:00:00Z',
    allDay: false,
    floating: false,
    status: 'confirmed',
    categories: [],
    calendarIds: ['todo'],
    sources: [],
    joins: [],
    ...fields,
  }
}

const groups = ['OSPO Book Working Group', 'OSS in Business Working Group', 'OSPO'].map(
  (title) => ({
    _id: title,
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    updatedAt: '2026-01-01T00:00:00Z',
  }),
)

test.each([
  ['OSPO Book Working Group (moved)', 'OSPO Book Working Group'],
  ['Call: oss in business', 'OSS in Business Working Group'],
  ['OSPO strategy and practices', undefined],
])(
  '"%s" is a call of %s by its title, because feeds have no field for the group',
  (title, group) => {
    const [event] = publishEvents([feedEvent({title})], {workingGroups: groups})
    expect(event?.workingGroup?.title).toBe(group)
  },
)

test('a working group has its own calendar, selected by its slug', () => {
  const events = publishEvents([feedEvent({title: 'OSPO Book call'}), feedEvent()], {
    workingGroups: groups,
  })
  expect(selectEvents(events, {workingGroup: 'ospo-book-working-group'})).toHaveLength(1)
})

test('absent properties are left out, so that events compare like their JSON', () => {
  const [event] = publishEvents([feedEvent()], {})
  expect(event).toEqual(JSON.parse(JSON.stringify(event)))
  expect(Object.values(event ?? {})).not.toContain(undefined)
})
