import {describe, expect, test} from 'vitest'

import {chooseRows, rowLimits} from '../../../site/src/whatsOn/chooseRows.ts'
import {isLiveNow, upcomingMeetings} from '../../../site/src/whatsOn/upcomingMeetings.ts'
import {date} from '../fakes.ts'

const now = '2026-11-26T09:30:00Z'

type Dates = ReturnType<typeof date>[]

function upcoming(dates: Dates, at = now) {
  return upcomingMeetings({
    events: dates.map(({event}) => event),
    published: new Map(dates.map(({published}) => [published.id, published])),
    own: [],
    now: at,
  })
}

const starts = (dates: Dates, at = now) => upcoming(dates, at).map(({event}) => event.start)

/** An event of one hour, with other values of its own. */
function dateWith(start: string, values: object): Dates[number] {
  const made = date(start)
  return {...made, event: {...made.event, ...values}}
}

describe('what is on', () => {
  test('is in the order of its starts, and what takes place now comes first', () => {
    const wholeDay = dateWith('2026-11-26', {allDay: true, end: '2026-11-27'})
    const dates = [date('2026-11-27T10:00:00Z'), wholeDay, date('2026-11-26T09:00:00Z')]
    expect(starts(dates)).toEqual(['2026-11-26T09:00:00Z', '2026-11-26', '2026-11-27T10:00:00Z'])
  })

  test('has dates that are to be announced, as feeds and the calendar have, and none is ever live', () => {
    const dates = [dateWith('2026-11-26T09:00:00Z', {status: 'to-be-announced'})]
    const [meeting] = upcoming(dates)
    expect(meeting?.event.status).toBe('to-be-announced')
    expect(meeting && isLiveNow(meeting, now)).toBe(false)
  })

  test('has canceled meetings, because a visitor who knows the date looks for it', () => {
    expect(starts([dateWith('2026-11-27T10:00:00Z', {status: 'cancelled'})])).toHaveLength(1)
  })

  test('ends with a meeting', () => {
    const one = [date('2026-11-26T09:00:00Z')]
    expect(starts(one, '2026-11-26T09:59:59Z')).toHaveLength(1)
    expect(starts(one, '2026-11-26T10:00:00Z')).toEqual([])
  })

  test('has a whole day until it has ended everywhere', () => {
    const one = [dateWith('2026-11-26', {allDay: true, end: '2026-11-27'})]
    expect(starts(one, '2026-11-27T11:00:00Z')).toHaveLength(1)
    expect(starts(one, '2026-11-27T12:00:00Z')).toEqual([])
  })

  test('is live from its start to its end, and never when it is canceled', () => {
    const [meeting] = upcoming([date('2026-11-26T09:00:00Z')])
    const [off] = upcoming([dateWith('2026-11-26T09:00:00Z', {status: 'cancelled'})])
    expect([meeting, off].map((each) => each && isLiveNow(each, now))).toEqual([true, false])
    expect(meeting && isLiveNow(meeting, '2026-11-26T10:00:00Z')).toBe(false)
  })
})

describe('the rows of the list', () => {
  const daily = (count: number) =>
    upcoming(
      Array.from({length: count}, (_, day) =>
        date(new Date(Date.parse(now) + (day + 1) * 86_400_000).toISOString()),
      ),
    )

  test('fill up a quiet week, so that a visitor sees what comes after it', () => {
    expect(chooseRows(daily(30), now)).toHaveLength(rowLimits.min)
    expect(chooseRows(daily(3), now)).toHaveLength(3)
  })

  test('have a limit, because a page of a hundred meetings answers no question', () => {
    const busy = upcoming(Array.from({length: 100}, () => date('2026-11-27T10:00:00Z')))
    expect(chooseRows(busy, now)).toHaveLength(rowLimits.max)
  })
})
