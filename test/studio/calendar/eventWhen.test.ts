import type {MergedEvent} from '@touchpoints/calendar'
import {describe, expect, test} from 'vitest'

import {eventWhen, sourceValue} from '../../../studio/calendar/eventWhen.ts'

const timed: MergedEvent = {
  kind: 'feed',
  id: 'a',
  title: 'Call',
  start: '2024-03-28T13:00:00Z',
  end: '2024-03-28T14:00:00Z',
  allDay: false,
  floating: false,
  timeZone: 'Europe/Madrid',
  status: 'confirmed',
  categories: [],
  calendarIds: [],
  sources: [],
  joins: [],
}

describe('when an event is, for editors', () => {
  test('is in the zone in which it is announced, and in another one if asked', () => {
    expect(eventWhen(timed)).toBe('Thu 28 Mar 2024, 14:00–15:00 (Europe/Madrid)')
    expect(eventWhen(timed, 'UTC')).toBe('Thu 28 Mar 2024, 13:00–14:00 (UTC)')
  })

  test('says that an end is on another day, because "22:00 to 02:00" hides it', () => {
    const late = {...timed, start: '2024-03-28T21:00:00Z', end: '2024-03-29T01:00:00Z'}
    expect(eventWhen(late)).toBe('Thu 28 Mar 2024, 22:00–02:00 (+1\u00a0d) (Europe/Madrid)')
  })

  test('has whole days with their last one, because the end of an all-day event is exclusive', () => {
    const {timeZone: _, ...rest} = timed
    const days = {...rest, allDay: true, start: '2024-03-28', end: '2024-03-29'}
    expect(eventWhen(days)).toBe('Thursday 28 March 2024, all day')
    expect(eventWhen({...days, end: '2024-03-31'})).toBe(
      'Thursday 28 March 2024 – Saturday 30 March 2024, all day',
    )
  })

  test('says that a time without a zone is local', () => {
    const {timeZone: _, ...rest} = timed
    const local = {
      ...rest,
      floating: true,
      start: '2024-03-28T13:00:00',
      end: '2024-03-28T14:00:00',
    }
    expect(eventWhen(local)).toBe('Thu 28 Mar 2024, 13:00–14:00 local time')
  })
})

test('values of sources are in words, so that no editor reads what the data calls it', () => {
  expect(sourceValue('status', 'cancelled')).toBe('Canceled')
  expect(sourceValue('status', 'to-be-announced')).toBe('To be announced')
  expect(sourceValue('start', '2024-03-28T13:00:00Z', 'Europe/Madrid')).toBe(
    'Thu 28 Mar 2024, 14:00',
  )
  expect(sourceValue('start', '2024-03-28')).toBe('2024-03-28')
  expect(sourceValue('title', 'tentative')).toBe('tentative')
})
