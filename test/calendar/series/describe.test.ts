import {describe, expect, test} from 'vitest'
import {parseCalendar} from '../../../calendar/parseCalendar.ts'
import type {Occurrence} from '../../../calendar/types.ts'

/** Returns the occurrence of an event with these lines. */
function occurrence(...lines: string[]): Occurrence | undefined {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTART:20240301T100000Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return parseCalendar(text.join('\r\n')).between('2024-03-01T00:00:00Z', '2024-03-02T00:00:00Z')
    .occurrences[0]
}

describe('the text of an event', () => {
  test('is decoded completely', () => {
    expect(
      occurrence(
        'SUMMARY:Weekly call',
        String.raw`DESCRIPTION:First line\nsecond\, with a comma`,
        'LOCATION;LANGUAGE=en:Room 1',
        'URL:https://example.org/a',
        'STATUS:TENTATIVE',
        String.raw`CATEGORIES:one,two\, three`,
        'CATEGORIES:four',
        'ORGANIZER;CN="Doe; Jane":mailto:jane@example.org',
        'X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij',
      ),
    ).toEqual({
      uid: 'a',
      title: 'Weekly call',
      start: '2024-03-01T10:00:00Z',
      end: '2024-03-01T10:00:00Z',
      allDay: false,
      floating: false,
      status: 'tentative',
      location: 'Room 1',
      description: 'First line\nsecond, with a comma',
      url: 'https://example.org/a',
      joinUrl: 'https://meet.google.com/abc-defg-hij',
      categories: ['one', 'two, three', 'four'],
      organizer: {name: 'Doe; Jane', email: 'jane@example.org'},
    })
  })

  test('keeps an escaped backslash, quotes and U+2028, which node-ical alone would change', () => {
    expect(occurrence(String.raw`SUMMARY:C:\\new`)?.title).toBe(String.raw`C:\new`)
    expect(occurrence('SUMMARY:"quoted"')?.title).toBe('"quoted"')
    expect(occurrence('SUMMARY:a\u2028b')?.title).toBe('a\u2028b')
    expect(occurrence('SUMMARY;X-A="b;c":d')?.title).toBe('d')
    expect(occurrence('SUMMARY:12')?.title).toBe('12')
  })

  test('ignores an alarm inside the event, which has its own SUMMARY', () => {
    const alarm = [
      'BEGIN:VALARM',
      'SUMMARY:wake up',
      'DESCRIPTION:soon',
      'DTSTART:19990101',
      'END:VALARM',
    ]
    expect(occurrence(...alarm, 'SUMMARY:real')).toMatchObject({
      title: 'real',
      start: '2024-03-01T10:00:00Z',
    })
    expect(occurrence(...alarm)?.title).toBe('')
  })

  test('keeps canceled events with their status, so that visitors see that a meeting is canceled', () => {
    expect(occurrence()?.status).toBe('confirmed')
    expect(occurrence('STATUS:CANCELLED')?.status).toBe('cancelled')
    expect(occurrence('STATUS:whatever')?.status).toBe('confirmed')
  })
})
