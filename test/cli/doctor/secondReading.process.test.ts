import {memoryCache} from '@touchpoints/calendar/fetch'
import {expect, test} from 'vitest'

import {checkSecondReading} from '../../../cli/doctor/checkSecondReading.ts'

const now = new Date('2024-03-01T00:00:00Z')
const own = {_id: 'own', title: 'Community', enabled: true, ownership: 'own'} as const

/** Checks calendars. The feed of each is this text. */
async function check(text: string, calendars: Parameters<typeof checkSecondReading>[0] = [own]) {
  const cache = memoryCache()
  for (const {_id} of calendars) {
    await cache.set(_id, {
      version: 1,
      url: 'https://example.org/basic.ics',
      copy: {text, eventCount: 1, confirmedAt: now.toISOString()},
      failures: 0,
      checkedAt: now.toISOString(),
      nextTryAt: now.toISOString(),
    })
  }
  return checkSecondReading(calendars, {cache, now})
}

function calendarOf(titles: readonly string[], start: string): string {
  const events = titles.flatMap((title) => [
    'BEGIN:VEVENT',
    `UID:${title}`,
    `SUMMARY:${title}`,
    start,
    'RRULE:FREQ=WEEKLY;COUNT=2',
    'END:VEVENT',
  ])
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Club', 'BEGIN:STANDARD', 'DTSTART:19700101T000000']
  const offsets = ['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE']
  return ['BEGIN:VCALENDAR', ...zone, ...offsets, ...events, 'END:VCALENDAR'].join('\r\n')
}

test('an own calendar that other sites read differently is an info, with an example of three events', async () => {
  const text = calendarOf(['A', 'B', 'C', 'D'], 'DTSTART;TZID=Club:20240304T130000')
  const [diagnosis] = await check(text)
  expect(diagnosis?.about).toBe('Calendar Community in other programs')
  expect(diagnosis?.state).toBe('info')
  expect(diagnosis?.message).toMatch(/^8 differences in the 8 dates of the next \d+ days\. /)
  expect(diagnosis?.message.match(/“[A-D]”/g)).toEqual(['“A”', '“B”', '“C”'])
})

test('an own calendar that other sites read as we do is ok', async () => {
  const text = calendarOf(['A'], 'DTSTART:20240304T130000Z')
  expect(await check(text)).toMatchObject([{state: 'ok'}])
})

test('a calendar that other sites cannot read is a warning, because they show none of its events', async () => {
  const text = calendarOf(['A'], 'DTSTART:20240304T130000Z\r\nDTSTART:20240304T130000Z')
  expect(await check(text)).toMatchObject([
    {state: 'warn', message: expect.stringContaining('duplicate DTSTART')},
  ])
})

test('other calendars, disabled ones and feeds without a copy are left out', async () => {
  const text = calendarOf(['A'], 'DTSTART:20240304T130000Z')
  const ofInterest = {...own, ownership: 'ofInterest'} as const
  expect(await check(text, [ofInterest, {...own, enabled: false}])).toEqual([])
  expect(await checkSecondReading([own], {cache: memoryCache(), now})).toEqual([])
})
