import * as fc from 'fast-check'
import {ownUrl} from '@touchpoints/calendar/links'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import {Temporal} from 'temporal-polyfill'
import {describe, expect, test} from 'vitest'

import {parseCalendar} from '../../../calendar/parseCalendar.ts'
import {eventUid, icalendar, type PublishedEvent} from '../../../loaders/feeds/index.ts'
import {supportedLanguages} from '../../../words/index.ts'
import {publishedEvent, publishedEvents} from './publishedEvents.ts'

const options = {title: 'Community meetings', host: 'example.org'}
const from = '2000-01-01T00:00:00Z'
const to = '2040-01-01T00:00:00Z'

/** The facts that every reader must agree on: time, title and status. */
interface Facts {
  uid: string
  start: string
  end: string
  status: string
  title: string
}

function factsOf({id, start, end, status, title}: PublishedEvent): Facts {
  return {
    uid: eventUid(id, options.host),
    start,
    end,
    status: status === 'to-be-announced' ? 'tentative' : status,
    title: words(title),
  }
}

// node-ical unescapes twice: a backslash before an n becomes a line break, and outer quotes disappear.
const words = (text: string) => text.replaceAll(/(?:[\s"]|\\[nN]?)+/g, ' ').trim()
const sorted = (all: Facts[]) => all.toSorted((a, b) => (a.uid < b.uid ? -1 : 1))

function readByOurs(text: string): Facts[] {
  const {occurrences, problems} = parseCalendar(text).between(from, to)
  expect(problems).toEqual([])
  return occurrences.map(({uid, start, end, status, title}) => ({
    uid,
    start,
    end,
    status,
    title: words(title),
  }))
}

function readByIcalJs(text: string): Facts[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  // ical.js knows only the zones of our VTIMEZONEs, so they are tested, too.
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  }
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const form = (time: ICAL.Time) => {
      if (time.isDate || time.zone === ICAL.Timezone.localTimezone) return time.toString()
      return new Date(time.toUnixTime() * 1000).toISOString().replace('.000', '')
    }
    return {
      uid: event.uid,
      start: form(event.startDate),
      end: form(event.endDate),
      status: String(component.getFirstPropertyValue('status')).toLowerCase(),
      title: words(event.summary),
    }
  })
}

function readByNodeIcal(text: string): Facts[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((component) => {
    if (component?.type !== 'VEVENT') return []
    const {uid, start, end, status, summary, datetype} = component
    const form = (date: Date) => {
      // node-ical returns dates in the host's zone.
      const local = Temporal.Instant.fromEpochMilliseconds(date.getTime())
        .toZonedDateTimeISO(Temporal.Now.timeZoneId())
        .toPlainDateTime()
      if (datetype === 'date') return local.toPlainDate().toString()
      return date.toISOString().replace('.000', '')
    }
    return [
      {
        uid,
        start: form(start),
        end: form(end ?? start),
        status: String(status).toLowerCase(),
        title: words(typeof summary === 'string' ? summary : summary.val),
      },
    ]
  })
}

describe('the same occurrences are read back', () => {
  // node-ical reads a floating time in the zone of the text's first VTIMEZONE.
  const eventsWithoutFloating = publishedEvents.map((all) => all.filter(({floating}) => !floating))

  test.each([
    // Our own engine reads the mark in the title as the status.
    ['our own engine', readByOurs, publishedEvents, ''],
    [
      'ical.js, which knows only the zones in the text',
      readByIcalJs,
      publishedEvents,
      'Canceled: ',
    ],
    ['node-ical', readByNodeIcal, eventsWithoutFloating, 'Canceled: '],
  ])('by %s', (_name, read, generated, mark) => {
    fc.assert(
      fc.property(generated, (events) => {
        const text = icalendar(events, options)
        const facts = events.map(factsOf).map((each) => {
          const title = each.status === 'cancelled' ? words(`${mark}${each.title}`) : each.title
          return {...each, title}
        })
        expect(sorted(read(text))).toEqual(sorted(facts))
      }),
      {numRuns: 150},
    )
  })
})

test.each(['2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z'])(
  'a time in an hour that comes twice (%s) is written in UTC, for readers disagree which it means',
  (start) => {
    const text = icalendar([publishedEvent({start, end: '2024-10-27T03:30:00Z'})], options)
    expect(text).toContain(`DTSTART:${start.replaceAll(/[-:]/g, '')}`)
    expect(text).not.toContain('TZID')
  },
)

test('every line has at most 75 bytes, ends with CRLF and splits no character', () => {
  const text = icalendar([publishedEvent({title: 'Ünïcode 日本語 👩‍👩‍👧 '.repeat(20)})], options)
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\n\uFFFD]/)
  }
})

test('a calendar program receives the address and the interval of the next refresh', () => {
  const text = icalendar([], {
    ...options,
    url: 'https://example.org/calendar.ics',
    refreshSeconds: 900,
  })
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M')
  expect(text).toContain('https://example.org/calendar.ics')
})

test('canceled meetings stay, block no time and say why, so that nobody waits in an empty room', () => {
  const text = icalendar(
    [publishedEvent({status: 'cancelled', cancelReason: 'The guest is ill'})],
    options,
  )
  expect(text).toContain('STATUS:CANCELLED')
  // Many programs hide or ignore the status.
  expect(text).toContain('SUMMARY:Canceled: ')
  expect(text).toContain('TRANSP:TRANSPARENT')
  expect(text).toContain('DESCRIPTION:Canceled: The guest is ill')
})

test('time zones are before the first event and after the last property, as the grammar requires', () => {
  const text = icalendar([publishedEvent()], options)
  const lines = text.split('\r\n')
  const zone = lines.indexOf('BEGIN:VTIMEZONE')
  expect(zone).toBeGreaterThan(lines.findIndex((line) => line.startsWith('X-PUBLISHED-TTL')))
  expect(lines[lines.indexOf('END:VTIMEZONE') + 1]).toBe('BEGIN:VEVENT')
})

test('the same events result in the same text at any time, so that an ETag stays valid', () => {
  const events = [
    publishedEvent({changedAt: '2024-03-01T10:00:00.123Z'}),
    publishedEvent({id: 'b'}),
  ]
  expect(icalendar(events, options)).toBe(icalendar(structuredClone(events), options))
})

test('a URL is written as a URI, because an escaped comma leads to another page', () => {
  const url = ownUrl(`https://example.org/meetings/a,b;c?text=${'x'.repeat(100)},y`)
  const text = icalendar([publishedEvent({url})], options)
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  expect(component?.getFirstPropertyValue('url')).toBe(url)
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75)
})

test('the name of the calendar is escaped text, so that no line of it becomes a property', () => {
  const title = 'Meetings, calls; \\ and\nATTACH:https://evil.example/'
  const text = icalendar([publishedEvent()], {...options, title})
  expect(text).toContain('X-WR-CALNAME:Meetings\\, calls\\; \\\\ and ATTACH')
  expect(text).not.toMatch(/^ATTACH/m)
})

test('control characters and reordering are not sent, because programs show or run them', () => {
  const title = 'Call \u0007\u001b[31m\u202edfp.exe'
  const text = icalendar([publishedEvent({title, description: title})], options)
  expect(text).toContain('SUMMARY:Call [31mdfp.exe')
  for (const hidden of ['\u0007', '\u001b', '\u202d']) expect(text).not.toContain(hidden)
})

test('a feed has no METHOD, because PUBLISH requires an organizer (RFC 5546 section 3.2.1)', () => {
  expect(icalendar([publishedEvent()], options)).not.toContain('METHOD')
})

describe('in a language', () => {
  const cancelled = publishedEvent({status: 'cancelled', cancelReason: 'Ana', joinUrl: undefined})

  test.each(supportedLanguages)(
    'our own engine reads back the title of a cancelled event in %s',
    (language) => {
      const text = icalendar([cancelled], {...options, language})
      expect(readByOurs(text).map(({title, status}) => [title, status])).toEqual([
        ['Security management', 'cancelled'],
      ])
    },
  )

  test('the texts around title and description are translated', () => {
    const text = icalendar([cancelled], {...options, language: 'de'})
    expect(text).toContain('SUMMARY:Abgesagt: Security management')
    expect(text).toContain('DESCRIPTION:Abgesagt: Ana')
  })

  test('a link has no invisible character at its end, so that programs can follow it', () => {
    const url = ownUrl('https://example.org/a/')
    const text = icalendar([publishedEvent({url})], {...options, language: 'ar'})
    expect(text).toContain('المزيد: https://example.org/a/\r\n')
  })
})

test('a feed without events has a component all the same, because a calendar needs one to be valid', () => {
  const text = icalendar([], {title: 'Meetings', host: 'example.org'})
  expect(text).toContain('\r\nBEGIN:VTIMEZONE\r\nTZID:UTC\r\n')
  expect(text).toMatch(/END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
  expect([readByOurs, readByIcalJs, readByNodeIcal].map((read) => read(text))).toEqual([[], [], []])
})
