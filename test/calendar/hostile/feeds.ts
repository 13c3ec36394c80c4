import {withGoodEvent, calendar, event, good, start} from './compose.ts'
import type {HostileFeed} from './compose.ts'

/** Feeds with mistakes. */
export const feeds: Readonly<Record<string, HostileFeed>> = {
  'a count of zero': {
    why: 'positive numbers only',
    text: withGoodEvent(start, 'RRULE:FREQ=DAILY;COUNT=0'),
  },
  'a negative interval': {
    why: 'positive numbers only',
    text: withGoodEvent(start, 'RRULE:FREQ=DAILY;INTERVAL=-1'),
  },
  'UNTIL is a word': {
    why: 'a rule needs a valid date',
    text: withGoodEvent(start, 'RRULE:FREQ=DAILY;UNTIL=tomorrow'),
  },
  'FREQ is a word': {
    why: 'a rule needs a valid frequency',
    text: withGoodEvent(start, 'RRULE:FREQ=SOMETIMES'),
  },
  'BYSETPOS=0': {
    why: 'positions begin at one',
    text: withGoodEvent(start, 'RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0'),
  },
  'BYMONTH=13': {
    why: 'there are only twelve months',
    text: withGoodEvent(start, 'RRULE:FREQ=YEARLY;BYMONTH=13'),
  },
  'EXDATE is a word': {
    why: 'one invalid exception',
    text: withGoodEvent('DTSTART:20240309T120000Z', 'RRULE:FREQ=DAILY', 'EXDATE:yesterday'),
  },
  'RDATE is a word': {
    why: 'one invalid date',
    text: withGoodEvent('DTSTART:20240309T120000Z', 'RDATE:yesterday'),
  },
  'RECURRENCE-ID is a word': {
    why: 'the changed occurrence is unknown',
    text: withGoodEvent(start, 'RECURRENCE-ID:this one'),
  },
  'DTEND is a word': {why: 'the start is still valid', text: withGoodEvent(start, 'DTEND:later')},
  'year 0000 to year 9999': {
    why: 'the longest possible event',
    text: withGoodEvent('DTSTART:00000101T000000Z', 'DTEND:99991231T235959Z'),
  },
  'a duration of 999,999 weeks': {
    why: 'a duration can exceed the range of dates',
    text: withGoodEvent(start, 'DURATION:P999999W'),
  },
  'a zone of 100,000 characters': {
    why: 'zone names are cached',
    text: withGoodEvent(`DTSTART;TZID=${'A'.repeat(100_000)}:20240301T120000`),
  },
  'a zone named __proto__': {
    why: 'zone names are keys',
    text: withGoodEvent('DTSTART;TZID=__proto__:20240301T120000'),
  },
  'a zone named like a path': {
    why: 'zone names are looked up by their parts',
    text: withGoodEvent(`DTSTART;TZID=${'/a'.repeat(50_000)}:20240301T120000`),
  },

  // Invalid structure.
  'an event without END': {
    why: 'the next BEGIN ends it',
    text: () => calendar('BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:20240301T120000Z', good),
  },
  'an alarm without END': {
    why: 'END:VEVENT ends it',
    text: () =>
      calendar(
        'BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:hello\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VEVENT',
        good,
      ),
  },
  'an END without a BEGIN': {
    why: 'no component is open',
    text: () => calendar('END:VEVENT\r\nEND:VTODO', good),
  },
  '50,000 BEGINs of other components': {
    why: 'nesting must not overflow the stack',
    text: () => calendar(good, 'BEGIN:X-DEEP\r\n'.repeat(50_000)),
  },
  'a calendar in a calendar': {
    why: 'the first has no END',
    text: () => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${calendar(good)}`,
  },
  'cut off in the middle of a value': {
    why: 'half an event is worse than no event',
    text: () => calendar(good, event('bad', [start])).slice(0, -40),
  },
  'an event with nothing in it': {
    why: 'the event has no start',
    text: () => calendar(good, 'BEGIN:VEVENT\r\nEND:VEVENT'),
  },
  'UIDs that are names of Object.prototype': {
    why: 'a UID must not become a property of an object',
    legal: true,
    text: () =>
      calendar(
        ...[
          '__proto__',
          'constructor',
          'toString',
          'type',
          'method',
          'prodid',
          'hasOwnProperty',
        ].map((uid) => event(uid, [start])),
        good,
      ),
  },
  'properties that are names of Object.prototype': {
    why: 'a property name must not become a property of an object',
    legal: true,
    text: withGoodEvent(
      start,
      'CONSTRUCTOR:x',
      'TOSTRING:x',
      'X-CONSTRUCTOR:x',
      'HASOWNPROPERTY:x',
    ),
  },

  // Invalid lines.
  'a million lines without a colon': {
    why: 'each is a problem, but the list of problems is limited',
    text: () => calendar(good, 'no colon here\r\n'.repeat(1_000_000)),
  },
  'a name of 500,000 dashes': {
    why: 'parsing a name must not backtrack',
    text: () => calendar(good, `X${'-'.repeat(500_000)}`),
  },
  '100,000 parameters': {
    why: 'a line can consist of parameters',
    text: withGoodEvent(`DTSTART${';X-A=b'.repeat(100_000)};TZID=Nowhere:20240301T120000`),
  },
  'a quote that never ends': {
    why: 'the rest of the line is quoted',
    text: withGoodEvent(`DTSTART;TZID="${'x:;'.repeat(100_000)}`),
  },
  'lines that end in many carriage returns': {
    why: 'line ends must be trimmed in linear time',
    text: () =>
      calendar(good, event('bad', ['DTSTART:hello'])).replaceAll('\r\n', `${'\r'.repeat(2000)}\n`),
  },
  'a megabyte of NUL': {
    why: 'the line is not text',
    text: () => calendar(good, '\0'.repeat(1_000_000)),
  },

  // Not a calendar.
  'an empty body': {why: 'an empty text is not a calendar', text: () => '', withoutEvent: true},
  'white space': {
    why: 'white space is not a calendar',
    text: () => ' \r\n\t\r\n',
    withoutEvent: true,
  },
  'a web page': {
    why: 'servers often send a sign-in page',
    text: () => '<!doctype html><title>Sign in</title>',
    withoutEvent: true,
  },
  'a web page that mentions BEGIN:VCALENDAR': {
    why: 'a mention is not a calendar',
    text: () => '<p>Write BEGIN:VCALENDAR first</p>',
    withoutEvent: true,
  },
  JSON: {why: 'an API may send an error', text: () => '{"error": "not found"}', withoutEvent: true},
}
