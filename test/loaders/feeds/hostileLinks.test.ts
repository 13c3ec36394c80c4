import {describe, expect, test} from 'vitest'

import {mergeEvents, parseCalendar} from '../../../calendar/index.ts'
import {eventsFormat} from '../../../loaders/feeds/eventsJson.ts'
import {
  addToCalendarLinks,
  eventJsonLd,
  eventsDocument,
  icalendar,
  jsonFeed,
  publishEvents,
  recordingItems,
  recordingUrl,
  rss,
  touchpointItems,
} from '../../../loaders/feeds/index.ts'
import {hostileLinks} from '../../support/hostileLinks.ts'

const pageUrl = 'https://example.org/meetings/'
const window = {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}
const options = {title: 'Meetings', pageUrl, feedUrl: 'https://example.org/feed.xml'}

/** Returns the events of a feed with this line in its only event. */
function eventsWith(line: string) {
  const event = `BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20240328T130000Z\r\nSUMMARY:Call\r\n${line}\r\nEND:VEVENT`
  const calendar = parseCalendar(`BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR`)
  return mergeEvents([{kind: 'feed', id: 'f', title: 'F', own: true, calendar}], window).events
}

/** Returns every output that contains the event, by name. */
function outputsOf(line: string): Record<string, string> {
  const events = publishEvents(eventsWith(line), {})
  const document = eventsDocument({title: 'Meetings', ...window, calendars: [], events})
  const items = touchpointItems(
    events.map((event) => ({...event, kind: 'touchpoint'})),
    window.from,
  )
  const [event] = events
  return {
    'events.json': JSON.stringify(document),
    'calendar.ics': icalendar(events, {title: 'Meetings', host: 'example.org'}),
    'feed.xml': rss(items, options),
    'feed.json': JSON.stringify(jsonFeed(items, options)),
    'JSON-LD': event ? JSON.stringify(eventJsonLd(event, {pageUrl})) : '',
    'links to calendars': event ? JSON.stringify(addToCalendarLinks(event)) : '',
  }
}

describe.each(hostileLinks)('a link that %s', (_, value) => {
  test.each(['URL', 'CONFERENCE;VALUE=URI', 'ATTACH', 'ORGANIZER;CN=Someone'])(
    'is in no output as %s of a feed',
    (property) => {
      const written = `${property}:${value}`
      const found = Object.entries(outputsOf(written)).filter(([, output]) =>
        /script:|data:|file:|evil|secret/i.test(output),
      )
      expect(found).toEqual([])
    },
  )

  test.each(['LOCATION', 'DESCRIPTION'])('is only text as %s of a feed', (property) => {
    const [event] = publishEvents(eventsWith(`${property}:${value}`), {})
    expect([event?.url, event?.joinUrl]).toEqual([undefined, undefined])
    expect(event && eventJsonLd(event, {pageUrl}).url).toBe(pageUrl)
  })

  test('is not the page of an event, and not a recording', () => {
    const [event] = publishEvents(eventsWith('STATUS:CONFIRMED'), {}, {pageOf: () => value})
    expect(event?.url).toBeUndefined()
    expect(recordingUrl({media: {youtubeId: null, playlistId: null, url: value}})).toBeUndefined()
  })

  test('is absent for a reader of events.json from another site, and the event stays', () => {
    const events = publishEvents(eventsWith('URL:https://example.org/'), {})
    const document = eventsDocument({title: 'Meetings', ...window, calendars: [], events})
    const foreign = JSON.parse(JSON.stringify(document).replaceAll('https://example.org/', escaped))
    const read = eventsFormat.parse(foreign)
    expect(read.events).toHaveLength(1)
    expect(read.events[0]?.url).toBeUndefined()
  })

  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('$', '$$$$')
})

test('a link in the HTML of a description is in no output as a link, and its markup as no markup', () => {
  const outputs = outputsOf(
    'DESCRIPTION:<a href="javascript:alert(1)">Join</a><img src=x onerror=alert(1)>',
  )
  const found = Object.entries(outputs).filter(([, output]) =>
    /<(?:a|img)\b|%3C(?:a|img)/i.test(output),
  )
  expect(found).toEqual([])
})

test('normal links are unchanged in every output', () => {
  const url = 'https://example.org/a?b=%20c&d=e#f'
  const join = 'https://us02web.zoom.us/j/1?pwd=a.b'
  const [event] = publishEvents(eventsWith(`URL:${url}\r\nCONFERENCE;VALUE=URI:${join}`), {})
  expect(event).toMatchObject({url, joinUrl: join})
  const outputs = outputsOf(`URL:${url}`)
  expect(outputs['calendar.ics']?.replaceAll('\r\n ', '')).toContain(`URL;VALUE=URI:${url}`)
  expect(outputs['feed.xml']).toContain(`<link>${url.replaceAll('&', '&amp;')}</link>`)
  expect(outputs['feed.json']).toContain(url)
  const recording = {youtubeId: 'Aj84quEIEug', playlistId: null, url: null}
  expect(recordingUrl({media: recording})).toBe('https://www.youtube.com/watch?v=Aj84quEIEug')
  expect(recordingItems([])).toEqual([])
})
