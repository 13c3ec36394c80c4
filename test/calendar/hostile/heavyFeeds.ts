import {withGoodEvent, calendar, event, good, start} from './compose.ts'
import type {HostileFeed} from './compose.ts'

/** Feeds with a lot of data or expensive rules. Each is parsed in a separate process and measured. */
export const heavyFeeds: Readonly<Record<string, HostileFeed>> = {
  // A lot of data.
  '50,000 events of 900 characters': {
    why: 'size alone must not prevent a result',
    legal: true,
    text: () => {
      const text = 'x'.repeat(900)
      const many = Array.from({length: 50_000}, (_, index) => {
        const day = String((index % 28) + 1).padStart(2, '0')
        return event(`bulk-${index}`, [
          `DTSTART:2023${String((index % 12) + 1).padStart(2, '0')}${day}T100000Z`,
          `DESCRIPTION:${text}`,
        ])
      })
      return calendar(good, ...many)
    },
  },
  'one line of 20 MB': {
    why: 'a line has no length limit',
    legal: true,
    text: () => calendar(good, event('bad', [start, `DESCRIPTION:${'x'.repeat(20_000_000)}`])),
  },
  'a line folded 300,000 times': {
    why: 'unfolding must not copy the text for each fold',
    legal: true,
    text: () => calendar(good, event('bad', [start, `DESCRIPTION:${'x\r\n '.repeat(300_000)}`])),
  },
  'a DTSTART folded 300,000 times': {
    why: 'properties about time are unfolded too',
    text: () => calendar(good, event('bad', [`DTSTART:2024${'\r\n '.repeat(300_000)}garbage`])),
  },
  '100,000 EXDATEs on one event': {
    why: 'exceptions are looked up, not searched',
    legal: true,
    text: () => {
      const dates = Array.from({length: 100_000}, (_, index) =>
        new Date(Date.UTC(1750, 0, 1 + index, 12)).toISOString().replaceAll(/[-:]|\.\d+/g, ''),
      )
      return calendar(
        good,
        event('bad', [
          'DTSTART:17500101T120000Z',
          'RRULE:FREQ=DAILY',
          ...dates.map((date) => `EXDATE:${date}`),
        ]),
      )
    },
  },
  '100,000 RDATEs in one line': {
    why: 'a list has no length limit',
    legal: true,
    text: () => {
      const dates = Array.from({length: 100_000}, (_, index) =>
        new Date(Date.UTC(2000, 0, 1, index)).toISOString().replaceAll(/[-:]|\.\d+/g, ''),
      )
      return calendar(good, event('bad', [start, `RDATE:${dates.join(',')}`]))
    },
  },
  '20,000 overrides of one event': {
    why: 'each override is looked up by its occurrence',
    legal: true,
    text: () => {
      const overrides = Array.from({length: 20_000}, (_, index) => {
        const at = new Date(Date.UTC(2000, 0, 1 + index, 12))
          .toISOString()
          .replaceAll(/[-:]|\.\d+/g, '')
        return event('bad', [`RECURRENCE-ID:${at}`, `DTSTART:${at}`])
      })
      return calendar(
        good,
        event('bad', ['DTSTART:20000101T120000Z', 'RRULE:FREQ=DAILY']),
        ...overrides,
      )
    },
  },
  '20,000 ranges of one event': {
    why: 'RANGE=THISANDFUTURE is searched for each occurrence',
    legal: true,
    text: () => {
      const overrides = Array.from({length: 20_000}, (_, index) => {
        const at = new Date(Date.UTC(2000, 0, 1 + index, 12))
          .toISOString()
          .replaceAll(/[-:]|\.\d+/g, '')
        return event('bad', [`RECURRENCE-ID;RANGE=THISANDFUTURE:${at}`, `DTSTART:${at}`])
      })
      return calendar(
        good,
        event('bad', ['DTSTART:20000101T120000Z', 'RRULE:FREQ=HOURLY']),
        ...overrides,
      )
    },
  },
  '20,000 revisions of one event': {
    why: 'one UID is repeated many times',
    text: () =>
      calendar(
        good,
        ...Array.from({length: 20_000}, (_, index) =>
          event('bad', [`DTSTART:2024030${(index % 9) + 1}T120000Z`]),
        ),
      ),
  },
  '5,000 events every second': {
    why: 'the budget of steps is shared by all events',
    text: () =>
      calendar(
        ...Array.from({length: 5000}, (_, index) =>
          event(`bad-${index}`, [start, 'RRULE:FREQ=SECONDLY']),
        ),
        good,
      ),
  },
  '2,000 zones in 2,000 events': {
    why: 'each zone is resolved once, but there can be many',
    text: () =>
      calendar(
        good,
        ...Array.from({length: 2000}, (_, index) =>
          event(`bad-${index}`, [`DTSTART;TZID=No/Zone${index}:20240301T120000`]),
        ),
      ),
  },
  '2,000 VTIMEZONEs': {
    why: 'a zone is read only if an event uses it',
    text: () =>
      calendar(
        ...Array.from({length: 2000}, (_, index) =>
          [
            'BEGIN:VTIMEZONE',
            `TZID:Own${index}`,
            'BEGIN:STANDARD',
            'DTSTART:16010101T000000',
            'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
            'TZOFFSETFROM:+0200',
            'TZOFFSETTO:+0100',
            'END:STANDARD',
            'END:VTIMEZONE',
            event(`bad-${index}`, [
              `DTSTART;TZID=Own${index}:20240301T120000`,
              'RRULE:FREQ=WEEKLY;BYDAY=XX',
            ]),
          ].join('\r\n'),
        ),
        good,
      ),
  },
  'a VTIMEZONE that changes every second': {
    why: 'observances have rules of their own',
    text: () =>
      calendar(
        [
          'BEGIN:VTIMEZONE',
          'TZID:Dense',
          'BEGIN:STANDARD',
          'DTSTART:19700101T000000',
          'RRULE:FREQ=SECONDLY',
          'TZOFFSETFROM:+0200',
          'TZOFFSETTO:+0100',
          'END:STANDARD',
          'END:VTIMEZONE',
        ].join('\r\n'),
        event('bad', ['DTSTART;TZID=Dense:20240301T120000', 'DTEND;TZID=Dense:20240301T110000']),
        good,
      ),
  },

  // Valid but expensive rules.
  'every second of every day, by lists': {
    why: 'valid lists produce 86,400 starts a day',
    text: withGoodEvent(
      start,
      `RRULE:FREQ=DAILY;BYHOUR=${upTo(23)};BYMINUTE=${upTo(59)};BYSECOND=${upTo(59)}`,
    ),
  },
  'every second of a year, counted': {
    why: 'BYSETPOS needs all candidates of the period',
    text: withGoodEvent(
      start,
      `RRULE:FREQ=YEARLY;BYYEARDAY=${upTo(366, 1)};BYHOUR=${upTo(23)};BYMINUTE=${upTo(59)};BYSECOND=${upTo(59)};BYSETPOS=-1;COUNT=900000`,
    ),
  },
  'the last second of each month': {
    why: 'BYSETPOS has 2.6 million candidates',
    text: withGoodEvent(
      start,
      `RRULE:FREQ=MONTHLY;BYMONTHDAY=${upTo(31, 1)};BYHOUR=${upTo(23)};BYMINUTE=${upTo(59)};BYSECOND=${upTo(59)};BYSETPOS=-1,1`,
    ),
  },
  'a count that is expensive to reach': {
    why: 'a rule with COUNT is counted from its start',
    text: withGoodEvent(
      'DTSTART:19000101T000000Z',
      'RRULE:FREQ=MINUTELY;BYSECOND=0,30;COUNT=900000000',
    ),
  },
  'a leap day in one year of 400': {
    why: 'periods without a start are searched, too',
    text: withGoodEvent(
      'DTSTART:20240301T000000Z',
      'RRULE:FREQ=YEARLY;INTERVAL=399;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU',
    ),
  },
  'an interval of 900,000,000,000 years': {
    why: 'numbers can exceed the range of dates',
    text: withGoodEvent(start, 'RRULE:FREQ=YEARLY;INTERVAL=900000000000', 'DURATION:-PT1H'),
  },
  'an interval that overflows, in weeks': {
    why: 'arithmetic must not leave the range of dates',
    text: withGoodEvent(
      start,
      'RRULE:FREQ=WEEKLY;INTERVAL=999999999999999;COUNT=999999999999999',
      'DURATION:-PT1H',
    ),
  },
  'secondly with a list that never matches': {
    why: 'a search without matches takes longest',
    text: withGoodEvent(start, 'RRULE:FREQ=SECONDLY;INTERVAL=2;BYSECOND=1'),
  },
  'hourly, in a month that never comes': {
    why: 'INTERVAL and BYHOUR exclude each other',
    text: withGoodEvent(start, 'RRULE:FREQ=HOURLY;INTERVAL=24;BYHOUR=13'),
  },
  'fifty rules of one event': {
    why: 'several RRULEs are allowed',
    text: withGoodEvent(
      start,
      ...Array.from({length: 50}, () => 'RRULE:FREQ=SECONDLY;BYHOUR=1,2,3'),
    ),
  },
}

function upTo(last: number, first = 0): string {
  return Array.from({length: last - first + 1}, (_, index) => index + first).join(',')
}
