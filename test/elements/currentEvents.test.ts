import {describe, expect, test} from 'vitest'

import {addMonths, datesOf, spanOf, weeksOf} from '../../elements/moments.ts'
import {readEvents} from '../../elements/readEvents.ts'
import {currentEvents} from '../../elements/currentEvents.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const at = (time: string) => Date.parse(time)
const event = publishedEvent()

describe('current and upcoming events', () => {
  test.each([
    ['2024-03-28T12:59:59Z', [], [event.id], '2024-03-28T13:00:00Z'],
    ['2024-03-28T13:00:00Z', [event.id], [], '2024-03-28T14:00:00Z'],
    ['2024-03-28T14:00:00Z', [], [], undefined],
  ])('events at %s, and the time of the next change', (now, live, upcoming, until) => {
    const on = currentEvents([event], at(now), 'UTC')
    expect(on.live.map(({id}) => id)).toEqual(live)
    expect(on.upcoming.map(({id}) => id)).toEqual(upcoming)
    expect(on.until).toBe(until && at(until))
  })

  test('a cancelled meeting is not upcoming, because nobody can attend it', () => {
    const cancelled = publishedEvent({status: 'cancelled'})
    expect(currentEvents([cancelled], at('2024-03-01T00:00:00Z'), 'UTC').upcoming).toEqual([])
  })
})

test('an all-day event that has begun is in progress, because it is on today', () => {
  const day = publishedEvent({start: '2024-03-28', end: '2024-03-29', allDay: true})
  const {live} = currentEvents([day], at('2024-03-28T12:00:00Z'), 'UTC')
  expect(live).toEqual([day])
})

describe('days', () => {
  test('an all-day event starts at midnight in the visitor’s zone', () => {
    const day = publishedEvent({start: '2024-03-31', end: '2024-04-01', allDay: true})
    expect(spanOf(day, 'Asia/Kolkata').start).toBe(at('2024-03-30T18:30:00Z'))
    // Clocks change that night: the day is an hour shorter.
    const {start, end} = spanOf(day, 'Europe/Madrid')
    expect((end - start) / 3_600_000).toBe(23)
  })

  test('a meeting that passes midnight covers two days, and one that ends at midnight covers one', () => {
    const late = publishedEvent({start: '2024-03-28T22:00:00Z', end: '2024-03-29T00:30:00Z'})
    expect(datesOf(late, 'UTC')).toEqual({first: '2024-03-28', last: '2024-03-29'})
    const evening = publishedEvent({start: '2024-03-28T22:00:00Z', end: '2024-03-29T00:00:00Z'})
    expect(datesOf(evening, 'UTC')).toEqual({first: '2024-03-28', last: '2024-03-28'})
  })

  test.each([
    ['2021-02', 4],
    ['2024-03', 5],
    ['2023-10', 6],
  ])('%s spans %i whole weeks', (month, count) => {
    const weeks = weeksOf(month)
    expect(weeks).toHaveLength(count)
    expect(weeks.flat()).toContain(`${month}-01`)
  })

  test('adding months crosses the end of a year', () => {
    expect([addMonths('2024-12', 1), addMonths('2024-01', -1)]).toEqual(['2025-01', '2023-12'])
  })
})

describe('reading events.json', () => {
  const document = {version: 1, title: 'Meetings', calendars: [], events: [event, {id: 7}]}

  test('an event of an unknown format is skipped, and the other events remain', () => {
    expect(readEvents(document).events.map(({id}) => id)).toEqual([event.id])
  })

  test.each([null, '<html>', {version: 2}, {...document, events: 'none'}])(
    'a value that is not events.json is rejected: %j',
    (value) => {
      expect(() => readEvents(value)).toThrow('events.json')
    },
  )
})
