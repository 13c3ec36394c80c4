import {parseCalendar} from '@touchpoints/calendar'
import {expect, test} from 'vitest'

function problemsOf(start: string, until: string): string[] {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:weekly@example.org',
    `DTSTART;${start}`,
    `RRULE:FREQ=WEEKLY;UNTIL=${until}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  return parseCalendar(text).problems.map(({message}) => message)
}

test('UNTIL without Z that costs a date, if it is a local time, names the date', () => {
  // 17:00 in New York is 21:00Z, after 17:00Z.
  const problems = problemsOf('TZID=America/New_York:20240603T170000', '20240624T170000')
  expect(problems).toEqual([expect.stringMatching(/UNTIL has no Z.*2024-06-24/)])
})

test('UNTIL without Z that adds a date names it', () => {
  // 02:00 in Tokyo is 17:00Z of the day before.
  const problems = problemsOf('TZID=Asia/Tokyo:20240603T080000', '20240624T020000')
  expect(problems).toEqual([expect.stringMatching(/UNTIL has no Z.*2024-06-24/)])
})

test.each([
  ['means the same in both readings', 'TZID=Europe/Madrid:20240603T100000', '20240624T235959'],
  ['has its Z', 'TZID=America/New_York:20240603T170000', '20240624T170000Z'],
  ['is a date', 'TZID=America/New_York:20240603T170000', '20240624'],
  ['belongs to a floating start', 'VALUE=DATE-TIME:20240603T170000', '20240624T170000'],
])('UNTIL that %s is no problem', (_, start, until) => {
  expect(problemsOf(start, until)).toEqual([])
})
