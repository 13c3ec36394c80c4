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

/** What a stranger writes into a feed in the place of a link. */
const hostile = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  String.raw`java\nscript:alert(1)`,
  '\u0001javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://zoom.us:a@evil.example/',
  '//evil.example/',
  '/meetings/',
  'www.example.org',
]

describe.each(hostile)('%j in a feed', (value) => {
  test.each([
    'URL',
    'CONFERENCE;VALUE=URI',
    'X-GOOGLE-CONFERENCE',
    'LOCATION',
    'DESCRIPTION',
    'ATTACH',
    'ORGANIZER;CN=Someone',
  ])('does not become a link as %s', (property) => {
    const {url, joinUrl} = occurrence('SUMMARY:Call', `${property}:${value}`) ?? {}
    expect([url, joinUrl]).toEqual([undefined, undefined])
  })
})

test.each(['CONFERENCE;VALUE=URI', 'LOCATION', 'DESCRIPTION'])(
  'a script in a redirect is no link to join as %s, although redirects are unwrapped',
  (property) => {
    const redirect = 'https://www.google.com/url?q=javascript:alert(1)'
    expect(occurrence(`${property}:${redirect}`)?.joinUrl).toBeUndefined()
  },
)

test.each([
  ['URL:https://example.org/a?b=%20c#d', 'https://example.org/a?b=%20c#d'],
  ['URL;VALUE=URI:https://example.org', 'https://example.org/'],
  ['URL:http://lists.example.org/g/main', 'http://lists.example.org/g/main'],
  ['URL:mailto:info@example.org', 'mailto:info@example.org'],
  ['URL:https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
])('%s becomes a link', (line, url) => {
  expect(occurrence(line)?.url).toBe(url)
})

test('a URL that cannot become a link is a problem in every result, because its owner can correct it', () => {
  const event = (uid: string, url: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20240301T100000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\nURL:${url}\r\nEND:VEVENT`
  const text = `BEGIN:VCALENDAR\r\n${event('a', 'javascript:alert(1)')}\r\n${event('b', 'https://example.org/')}\r\nEND:VCALENDAR`
  for (const lazy of [true, false]) {
    const calendar = parseCalendar(text, {lazy})
    for (const to of ['2024-03-02T00:00:00Z', '2024-03-05T00:00:00Z']) {
      const {problems} = calendar.between('2024-03-01T00:00:00Z', to)
      expect(problems).toMatchObject([{code: 'unsafe-link', uid: 'a', line: 2}])
    }
  }
})

test('texts have no characters that reorder a page, and a description has no HTML', () => {
  const event = occurrence(
    'SUMMARY:\u202eCall',
    'LOCATION:Room\u2066 1',
    'CATEGORIES:\u202done',
    'ORGANIZER;CN=\u202bJane:mailto:jane@example.org',
    'DESCRIPTION:<p>Join <a href="https://meet.google.com/abc-defg-hij">here</a></p>',
  )
  expect(event).toMatchObject({
    title: 'Call',
    location: 'Room 1',
    categories: ['one'],
    organizer: {name: 'Jane'},
    description: 'Join here (https://meet.google.com/abc-defg-hij)',
    joinUrl: 'https://meet.google.com/abc-defg-hij',
  })
})
