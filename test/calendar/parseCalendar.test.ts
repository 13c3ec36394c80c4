import {describe, expect, test} from 'vitest'
import {parseCalendar} from '../../calendar/parseCalendar.ts'
import type {ParseOptions} from '../../calendar/parseCalendar.ts'
import type {Calendar} from '../../calendar/types.ts'

const march = ['2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z'] as const

function event(uid: string, ...lines: string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\n')
}

function calendar(parts: string[], options?: ParseOptions): Calendar {
  return parseCalendar(['BEGIN:VCALENDAR', ...parts, 'END:VCALENDAR'].join('\n'), options)
}

function codes({problems}: Pick<Calendar, 'problems'>): string[] {
  return problems.map(({code}) => code)
}

const daily = event('daily', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=DAILY')
const hourly = event('hourly', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=HOURLY')
const once = event('once', 'DTSTART:20240331T120000Z')

describe('parseCalendar', () => {
  test('tells the title and how many events there are, changed occurrences included', () => {
    const read = calendar([
      String.raw`X-WR-CALNAME:Calls\, and more`,
      daily,
      event('daily', 'RECURRENCE-ID:20240302T100000Z', 'DTSTART:20240302T110000Z'),
      once,
    ])
    expect(read).toMatchObject({title: 'Calls, and more', eventCount: 3, problems: []})
  })

  test('takes the NAME of RFC 7986 where there is no X-WR-CALNAME, and none where there is none', () => {
    expect(calendar(['NAME:Calls']).title).toBe('Calls')
    expect(calendar([once]).title).toBeUndefined()
  })

  test('says what line and what event a problem is about', () => {
    const {problems} = calendar([once, event('bad', 'DTSTART:20240301T100000Z', 'DTEND:someday')])
    expect(problems).toEqual([
      expect.objectContaining({kind: 'calendar', code: 'bad-date', line: 9, uid: 'bad'}),
    ])
  })

  test('keeps the event and reports the rule, when a rule cannot be used', () => {
    const read = calendar([event('bad', 'DTSTART:20240301T100000Z', 'RRULE:FREQ=WEEKLY;BYDAY=XX')])
    expect(codes(read)).toEqual(['bad-recurrence'])
    expect(read.between(...march).occurrences).toHaveLength(1)
  })

  test('does not leave EXRULE unsaid, which RFC 5545 has taken out', () => {
    const read = calendar([event('a', 'DTSTART:20240301T100000Z', 'EXRULE:FREQ=WEEKLY')])
    expect(codes(read)).toEqual(['bad-recurrence'])
  })

  test('puts RDATEs into the form of their series', () => {
    const added = (start: string, rdate: string): unknown[] =>
      calendar([event('a', start, 'DURATION:P1D', rdate)])
        .between(...march)
        .occurrences.map((one) => [one.start, one.allDay])
    expect(added('DTSTART:20240301T100000Z', 'RDATE;VALUE=DATE:20240305')[1]).toEqual([
      '2024-03-05T10:00:00Z',
      false,
    ])
    expect(added('DTSTART;VALUE=DATE:20240301', 'RDATE:20240305T100000Z')[1]).toEqual([
      '2024-03-05',
      true,
    ])
  })

  test('applies SKIP (RFC 7529) to days that a month has not', () => {
    const read = calendar([
      event('a', 'DTSTART:20240131T100000Z', 'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD'),
    ])
    const {occurrences} = read.between('2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z')
    expect(occurrences.map(({start}) => start)).toEqual(['2024-02-29T10:00:00Z'])
  })

  test('reports two events that claim one UID at different times, for only one can be shown', () => {
    const read = calendar([
      event('same', 'DTSTART:20240301T100000Z'),
      event('same', 'DTSTART:20240302T100000Z'),
    ])
    expect(codes(read)).toEqual(['bad-component'])
  })

  test('gives events without UID the same one at each reading, whatever their stamps', () => {
    const uidOf = (stamp: string): string | undefined =>
      parseCalendar(
        `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTAMP:${stamp}\nDTSTART:20240301T100000Z\nEND:VEVENT\nEND:VCALENDAR`,
      ).between(...march).occurrences[0]?.uid
    expect(uidOf('20240101T000000Z')).toMatch(/^content-[0-9a-f]{24}$/)
    expect(uidOf('20250101T000000Z')).toBe(uidOf('20240101T000000Z'))
  })

  test.each([
    ['', 'empty'],
    ['\uFEFF  \n', 'empty'],
    ['<html>', 'not-a-calendar'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTST', 'truncated'],
    ['BEGIN:VCALENDAR\n', 'truncated'],
  ])('never takes "%s" for a calendar without events', (text, code) => {
    expect(codes(parseCalendar(text))).toContain(code)
  })

  test('reads carriage returns alone as line breaks, and a byte order mark past', () => {
    const text = `\uFEFF${['BEGIN:VCALENDAR', once.replaceAll('\n', '\r'), 'END:VCALENDAR'].join('\r')}`
    expect(parseCalendar(text)).toMatchObject({eventCount: 1, problems: []})
  })
})

describe('between', () => {
  test('sorts by start, then by uid', () => {
    const read = calendar([
      event('b', 'DTSTART:20240301T100000Z'),
      event('a', 'DTSTART:20240301T100000Z'),
      event('c', 'DTSTART;VALUE=DATE:20240301'),
    ])
    expect(read.between(...march).occurrences.map(({uid}) => uid)).toEqual(['c', 'a', 'b'])
  })

  test('names the occurrences of a series by their first start, also where a change moved them', () => {
    const changed = event('daily', 'RECURRENCE-ID:20240302T100000Z', 'DTSTART:20240302T150000Z')
    const {occurrences} = calendar([daily, changed]).between(
      '2024-03-01T00:00:00Z',
      '2024-03-03T00:00:00Z',
    )
    expect(occurrences.map(({recurrenceId, start}) => [recurrenceId, start])).toEqual([
      ['2024-03-01T10:00:00Z', '2024-03-01T10:00:00Z'],
      ['2024-03-02T10:00:00Z', '2024-03-02T15:00:00Z'],
    ])
    expect(calendar([once]).between(...march).occurrences[0]).not.toHaveProperty('recurrenceId')
  })

  test('takes Dates, and offsets other than Z', () => {
    const read = calendar([once])
    expect(
      read.between(new Date('2024-03-31T12:00:00Z'), '2024-03-31T14:00:01+02:00').occurrences,
    ).toHaveLength(1)
    expect(read.between('2024-03-31T12:00:01Z', '2024-03-31T13:00:00Z').occurrences).toHaveLength(0)
  })

  test('compares dates and floating times in the zone that is asked for', () => {
    const read = calendar([
      event('d', 'DTSTART;VALUE=DATE:20240310'),
      event('f', 'DTSTART:20240310T230000'),
    ])
    const ask = (timeZone?: string): string[] =>
      read
        .between(
          '2024-03-10T15:00:00Z',
          '2024-03-11T00:00:00Z',
          timeZone === undefined ? {} : {timeZone},
        )
        .occurrences.map(({uid}) => uid)
    expect(ask()).toEqual(['d', 'f'])
    expect(ask('Asia/Tokyo')).toEqual([])
    expect(ask('America/New_York')).toEqual(['d'])
  })

  test('answers for all of time, and for less than an instant', () => {
    const zoned = event(
      'z',
      'DTSTART;TZID=Europe/Berlin:20240301T100000',
      'RRULE:FREQ=YEARLY;COUNT=3',
    )
    const read = calendar([zoned, once])
    expect(read.between(new Date(-8.64e15), new Date(8.64e15)).occurrences).toHaveLength(4)
    expect(read.between('2024-03-31T12:00:00Z', '2024-03-31T12:00:00Z').occurrences).toEqual([])
  })

  test.each([
    ['yesterday', '2024-04-01T00:00:00Z'],
    // Without a zone it would be read as the host's local time.
    ['2024-03-01T00:00:00', '2024-04-01T00:00:00Z'],
    ['2024-04-01T00:00:00Z', '2024-03-01T00:00:00Z'],
    [new Date(Number.NaN), '2024-03-01T00:00:00Z'],
  ])('refuses the window from %s to %s, which is a mistake of the caller', (from, to) => {
    expect(() => calendar([once]).between(from, to)).toThrow(RangeError)
  })

  test('refuses a zone or a limit that is none', () => {
    expect(() => calendar([once]).between(...march, {timeZone: 'Mars'})).toThrow('Mars')
    expect(() => calendar([once]).between(...march, {limit: -1})).toThrow('-1')
  })

  test('gives the earliest where the caller limits, and says that there are more', () => {
    const answer = calendar([daily, once]).between(...march, {limit: 3})
    expect(answer.occurrences.map(({start}) => start.slice(8, 10))).toEqual(['01', '02', '03'])
    expect(codes(answer)).toEqual(['limit'])
    expect(calendar([once]).between(...march, {limit: 1}).problems).toEqual([])
  })

  test('gives away nothing of its own: an answer may be changed', () => {
    const read = calendar([
      event(
        'a',
        'DTSTART:20240301T100000Z',
        'CATEGORIES:one',
        'ORGANIZER;CN=Jo:mailto:jo@example.org',
      ),
    ])
    const [first] = read.between(...march).occurrences
    first?.categories.push('two')
    if (first?.organizer) first.organizer.name = 'changed'
    expect(read.between(...march).occurrences[0]).toMatchObject({
      categories: ['one'],
      organizer: {name: 'Jo'},
    })
  })
})

describe('limits', () => {
  test('characters: what comes after is not read, and that is said', () => {
    const read = calendar([once, daily], {limits: {characters: 90}})
    expect(codes(read)).toContain('limit')
    expect(read.eventCount).toBe(1)
  })

  test('components: the first are kept, the rest is counted', () => {
    const read = calendar([once, daily, hourly], {limits: {components: 1}})
    expect(read).toMatchObject({
      eventCount: 1,
      problems: [{code: 'limit', message: expect.stringContaining('2 VEVENTs more')}],
    })
  })

  test('occurrencesPerEvent: one event gives so many, the others are whole', () => {
    const answer = calendar([hourly, once], {limits: {occurrencesPerEvent: 50}}).between(...march)
    expect(answer.occurrences).toHaveLength(51)
    expect(answer.problems).toEqual([expect.objectContaining({code: 'limit', uid: 'hourly'})])
  })

  test('occurrences: who recurs most is cut first, so that a single event stays', () => {
    const answer = calendar([hourly, daily, once], {limits: {occurrences: 30}}).between(...march)
    expect(answer.occurrences).toHaveLength(29)
    expect(answer.occurrences.at(-1)?.uid).toBe('once')
    expect(codes(answer)).toEqual(['limit'])
  })

  test('steps: what is not searched through is said', () => {
    const answer = calendar([hourly], {limits: {steps: 20}}).between(...march)
    expect(answer.problems).toEqual([expect.objectContaining({code: 'limit', uid: 'hourly'})])
  })
})
