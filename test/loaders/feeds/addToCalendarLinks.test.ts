import {execFileSync} from 'node:child_process'
import {resolve} from 'node:path'
import {google, office365, outlook, yahoo} from 'calendar-link'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {addToCalendarLinks} from '../../../loaders/feeds/addToCalendarLinks.ts'
import type {PublishedEvent} from '../../../loaders/feeds/eventsFormat.ts'
import {publishedEvent, publishedEvents} from './publishedEvents.ts'

/** The parameters of a link, by name, and its address. */
function paramsOf(link: string): Record<string, string> {
  const {origin, pathname, searchParams} = new URL(link)
  return {...Object.fromEntries(searchParams), address: origin + pathname}
}

/** The links of the calendar-link package for an event. */
function reference(event: PublishedEvent) {
  const instant = (value: string) => new Date(value.includes('T') ? value : `${value}T00:00:00Z`)
  const details = {
    title: event.title,
    start: instant(event.start),
    end: instant(event.end),
    allDay: event.allDay,
    description: [event.joinUrl, event.url, event.description]
      .filter(Boolean)
      .join('\n')
      .slice(0, 500),
    location: event.location ?? event.joinUrl ?? '',
  }
  // It writes the local time of this machine without a zone, which our code avoids.
  const zoned = event.allDay
    ? {}
    : {startdt: event.start.slice(0, 19) + 'Z', enddt: event.end.slice(0, 19) + 'Z'}
  const {dur, ...ofYahoo} = paramsOf(yahoo(details))
  return {
    google: {
      ...paramsOf(google(details)),
      ...(event.timeZone !== undefined && !event.allDay && {ctz: event.timeZone}),
    },
    outlook: {...paramsOf(outlook(details)), ...zoned},
    office365: {...paramsOf(office365(details)), ...zoned},
    yahoo: {...ofYahoo, ...(dur === 'allday' && {dur})},
  }
}

test('equals the links of the calendar-link package, except for the server’s local time and the zone for Google', () => {
  fc.assert(
    fc.property(publishedEvents, (events) => {
      for (const event of events.filter(({floating}) => !floating)) {
        const links = Object.entries(addToCalendarLinks(event) ?? {})
        const own = Object.fromEntries(links.map(([name, link]) => [name, paramsOf(link)]))
        expect(own).toEqual(reference(event))
      }
    }),
  )
})

test('has an instant in UTC, in any time zone of the server', () => {
  const module = resolve(import.meta.dirname, '../../../loaders/feeds/addToCalendarLinks.ts')
  const event = publishedEvent({start: '2026-03-12T13:00:00Z', end: '2026-03-12T14:00:00Z'})
  const script = `
    import {addToCalendarLinks} from ${JSON.stringify(module)}
    const links = addToCalendarLinks(${JSON.stringify(event)})
    console.log(JSON.stringify({links, clock: new Date('2026-03-12T13:00:00Z').getHours()}))
  `
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: {...process.env, TZ: 'America/New_York'},
    encoding: 'utf8',
  })
  const {links, clock} = JSON.parse(output)
  expect(clock).toBe(9)
  for (const link of [links.outlook, links.office365]) {
    expect(paramsOf(link)).toMatchObject({
      startdt: '2026-03-12T13:00:00Z',
      enddt: '2026-03-12T14:00:00Z',
    })
  }
  expect(paramsOf(links.google)['dates']).toBe('20260312T130000Z/20260312T140000Z')
})

test('does not exist for a floating event, because no service accepts a time without a zone', () => {
  const event = publishedEvent({start: '2026-03-12T13:00:00', end: '2026-03-12T14:00:00'})
  expect(addToCalendarLinks({...event, floating: true})).toBeUndefined()
})

test('keeps the date of an all-day event, because an instant would be the day before in America', () => {
  const links = addToCalendarLinks(
    publishedEvent({start: '2026-03-12', end: '2026-03-13', allDay: true}),
  )
  expect(paramsOf(links?.outlook ?? '')).toMatchObject({
    startdt: '2026-03-12T00:00:00',
    enddt: '2026-03-13T00:00:00',
    allday: 'true',
  })
  expect(paramsOf(links?.google ?? '')['dates']).toBe('20260312/20260313')
})
