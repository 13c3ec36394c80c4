import {beforeAll, describe, expect, test} from 'vitest'

import {agendaHtml} from '../../elements/html.ts'
import {representations} from '../../loaders/adapters/http/representations.ts'
import {
  documentRevision,
  eventJsonLd,
  icalendar,
  publishTouchpoint,
  readSnapshot,
} from '../../loaders/feeds/index.ts'
import {entryTime} from '../../site/src/calendar/eventDays.ts'
import {readAnnouncedSession} from '../../studio/announcement/readAnnouncedSession.ts'
import {writeAnnouncement} from '../../studio/announcement/writeAnnouncement.ts'
import {eventWhen} from '../../studio/calendar/eventWhen.ts'
import {wordsIn} from '../../words/index.ts'
import {sampleLoader} from '../support/sampleLoader.ts'

const id = 'touchpoint-all-hands-2026-autumn-2'
const now = '2026-11-17T10:00:00Z'
const loader = sampleLoader()

/** What every output shows: the schedule of the session. The own calendar ends at 19:30. */
const shown = {start: '2026-12-10T17:00:00Z', end: '2026-12-10T18:00:00Z'}
const zone = 'Europe/Madrid'

async function read() {
  const snapshot = await readSnapshot(loader, {now})
  const {data: events, problems} = await loader.events({
    from: '2026-12-10T00:00:00Z',
    to: '2026-12-11T00:00:00Z',
    now,
  })
  const {data: sessions} = await loader.touchpoints({when: 'upcoming', now})
  const session = sessions.find(({_id}) => _id === id)
  const event = events.find((each) => each.id === id)
  const published = session && publishTouchpoint(session)
  if (!event || !session || !published) throw new Error('The sample content has no such session.')
  return {snapshot, event, problems, session, published}
}

describe('a session with another end in its calendar', () => {
  let all: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    all = await read()
  })

  const write = (name: string) =>
    representations.get(name)?.write({
      snapshot: all.snapshot,
      query: new URLSearchParams(),
      url: `https://example.org/api/${name}`,
      pageUrl: 'https://example.org/',
      host: 'example.org',
      revisionOf: documentRevision,
    }) ?? ''

  test('has sources that differ, so that the other tests compare something', () => {
    expect(all.event.sources.map(({end}) => end)).toEqual([shown.end, '2026-12-10T18:30:00Z'])
  })

  test('has the end of its record in each output for programs', () => {
    const {event, session, published, snapshot} = all
    const ofEvents = snapshot.document.events.find((each) => each.id === id)
    const served: unknown = JSON.parse(write('events.json'))
    const ends = {
      merged: event.end,
      record: session.schedule.end,
      own: published.end,
      document: ofEvents?.end,
      structured: eventJsonLd(published, {pageUrl: 'https://example.org/'}).endDate,
    }
    expect(new Set(Object.values(ends))).toEqual(new Set([shown.end]))
    expect(served).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({id, ...shown})]),
    })
    const options = {title: 'Meetings', host: 'example.org'}
    for (const text of [write('calendar.ics'), icalendar([published], options)]) {
      const [, block] = text.split(`UID:${id}@example.org`)
      expect(block?.split('END:VEVENT')[0]).toContain('DTEND:20261210T180000Z')
    }
  })

  test('has the end of its record in each output for people', () => {
    const {event, session, snapshot} = all
    const {schedule} = session
    const stored = {...session, schedule: {...schedule, _type: 'schedule'}, language: 'en'}
    const announced = readAnnouncedSession(stored)
    const words = wordsIn('en')
    const html = agendaHtml(snapshot.document, {language: 'en', timeZone: zone, now: new Date(now)})
    const texts = {
      row: words.dates.clockRange(schedule.start, schedule.end, zone),
      calendar: entryTime({event, continued: false}, zone, words),
      studio: eventWhen(event, zone),
      element: html.slice(html.indexOf(`datetime="${shown.start}"`)).slice(0, 60),
      rss: itemOf(write('feed.xml'), session.title),
      json: itemOf(write('feed.json'), session.title),
      announcement:
        announced && writeAnnouncement('plain', announced, [{name: zone, timeZone: zone}]),
    }
    for (const [output, text] of Object.entries(texts)) {
      // Feeds write the zone of the session, which is UTC.
      const range = /1[78]:00(?:–| – | to )1[89]:00/
      expect([output, range.test(text ?? '')]).toEqual([output, true])
      expect([output, /1[89]:30/.test(text ?? '')]).toEqual([output, false])
    }
  })

  test('is a problem with both values for editors, who can correct one', () => {
    const {title} = all.session
    expect(all.problems.map(({message}) => message)).toContain(
      `The length of "${title}" differs: 60 minutes in the session, 90 minutes in the calendar "TODO Group community calendar". Visitors see 60 minutes. Correct the wrong one.`,
    )
  })
})

/** Returns the part of a feed that follows a title. */
function itemOf(feed: string, title: string): string {
  const at = feed.indexOf(title.replaceAll('&', feed.startsWith('<') ? '&amp;' : '&'))
  return at === -1 ? '' : feed.slice(at, at + 400)
}
