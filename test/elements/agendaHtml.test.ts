import {expect, test} from 'vitest'

import {agendaHtml} from '../../elements/html.ts'
import {hostileLinks} from '../support/hostileLinks.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const options = {language: 'en', timeZone: 'Europe/Madrid', now: new Date('2024-03-20T10:00:00Z')}

const documentWith = (fields: object, calendar: object = {}) => ({
  version: 1 as const,
  title: 'Meetings',
  from: '2024-01-01T00:00:00Z',
  to: '2024-12-31T00:00:00Z',
  eventFile: 'calendar.ics?event={id}',
  calendars: [{id: 'a', title: 'A', own: true, state: 'ok' as const, ...calendar}],
  events: [{...publishedEvent({calendars: ['a']}), ...fields}],
})

const hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>&amp;"

test('all texts of an event and of a calendar are escaped, also in attributes', () => {
  const fields = {
    id: hostile,
    title: hostile,
    status: 'cancelled',
    cancelReason: hostile,
    people: [{name: hostile, role: 'guest', organization: hostile}],
    extra: {venue: hostile},
  }
  const document = documentWith(fields, {title: hostile})
  const html = agendaHtml(document, {...options, extra: ['venue', hostile]})
  expect(html).toContain('data-extra="venue"')
  expect(html).not.toMatch(/<(?:script|img)/)
  expect(html.replaceAll(/<\/?[a-z0-9]+(?: [a-z-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>"]/)
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5)
})

test.each(hostileLinks)('a link that %s is left out', (_, value) => {
  const html = agendaHtml(documentWith({url: value, joinUrl: value}), options)
  expect(html).not.toContain('href')
  expect(html).toContain('Security management')
})

test('an event links to its file only with the absolute address of events.json', () => {
  const src = 'https://community.example/api/events.json'
  expect(agendaHtml(documentWith({}), options)).not.toContain('calendar.ics')
  expect(agendaHtml(documentWith({}), {...options, src})).toContain(
    'href="https://community.example/api/calendar.ics?event=touchpoint-2024-03-28"',
  )
})

test('classes have a prefix, because the styles of the page apply', () => {
  const html = agendaHtml(documentWith({}), options)
  const classes = [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) =>
    names.split(' '),
  )
  expect(classes).toContain('touchpoints-event')
  expect(classes.filter((name) => !name.startsWith('touchpoints-'))).toEqual([])
  expect(html).not.toMatch(/ (?:style|part|data-key|on\w+)=/)
})

test('the agenda names its zone in its language, because a server does not know the visitor’s', () => {
  expect(agendaHtml(documentWith({}), {...options, language: 'fr'})).toContain(
    'Fuseau horaire\u00a0: Europe/Madrid · heure d’Europe centrale',
  )
})

test('a mistake in the time zone or the document is an error and not an empty page', () => {
  expect(() => agendaHtml(documentWith({}), {...options, timeZone: 'Mars/Base'})).toThrow(
    RangeError,
  )
  const other = Object.assign(documentWith({}), {version: 2})
  expect(() => agendaHtml(other, options)).toThrow('version 1')
})

test('only the requested days are shown', () => {
  expect(agendaHtml(documentWith({}), {...options, days: 7})).toContain('No upcoming events.')
})

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

test('a language without words has its own dates, as in the element', () => {
  const html = agendaHtml(documentWith({}), {...options, language: 'pt'})
  expect(html).toContain('28 de março de 2024')
  expect(html).toContain('Time zone')
})

test('what is over is left out, and what began earlier is under today', () => {
  const ended = {start: '2024-03-20T08:00:00Z', end: '2024-03-20T09:00:00Z'}
  expect(agendaHtml(documentWith(ended), options)).toContain('No upcoming events.')
  const running = {start: '2024-03-18', end: '2024-03-22', allDay: true}
  const html = agendaHtml(documentWith(running), options)
  expect(html.match(/<h3>.*?<\/h3>/g)).toEqual([expect.stringContaining('20 March 2024')])
})

test('without styles, words do not run together, and nothing is empty or numbered', () => {
  const fields = {
    status: 'tentative' as const,
    audience: 'members' as const,
    url: 'https://example.org/',
    joinUrl: 'https://meet.example/1',
  }
  const src = 'https://community.example/api/events.json'
  const text = textOf(agendaHtml(documentWith(fields), {...options, src}))
  expect(text).toContain('Security management Tentative Members only')
  expect(text).toContain('Join Add to calendar')
  const html = agendaHtml(documentWith({status: 'cancelled'}), options)
  expect(html).not.toContain('touchpoints-actions')
  expect(html).not.toContain('<ol')
})

test('the place is shown, and a location that is only a link is not', () => {
  expect(agendaHtml(documentWith({location: 'Town hall <2>'}), options)).toContain(
    'Town hall &lt;2&gt;',
  )
  expect(agendaHtml(documentWith({location: 'https://meet.example/1'}), options)).not.toContain(
    'meet.example',
  )
})

test.each([0, -3, Number.NaN])('%d days are a mistake and not an empty page', (days) => {
  expect(() => agendaHtml(documentWith({}), {...options, days})).toThrow('positive')
})

test('a relative address is a mistake, because links of its events would be missing', () => {
  expect(() => agendaHtml(documentWith({}), {...options, src: '/api/events.json'})).toThrow(
    'absolute address',
  )
})
