import {describe, expect, test} from 'vitest'

import {h, link} from '../../elements/markup.ts'
import {eventFileUrl} from '../../elements/eventFileUrl.ts'
import {readEvents} from '../../elements/readEvents.ts'
import {hostileLinks} from '../support/hostileLinks.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const page = 'https://community.example/meetings/'

/** An events.json of another site. */
const foreign = (fields: object) => ({
  version: 1,
  title: 'Meetings',
  calendars: [],
  events: [{...publishedEvent(), ...fields}],
})

describe.each(hostileLinks)('a link of a foreign events.json that %s', (_, value) => {
  test('is absent, and its event stays', () => {
    const {events} = readEvents(foreign({url: value, joinUrl: value}))
    expect(events).toMatchObject([{title: 'Security management'}])
    expect([events[0]?.url, events[0]?.joinUrl]).toEqual([undefined, undefined])
  })

  test('is no file of an event, unless it is a relative address on its own host', () => {
    const file = eventFileUrl(`${value}?{id}`, 'https://feeds.example/events.json', page)
    const url = file?.(publishedEvent())
    expect(url ?? 'https:').toMatch(/^https:/)
    expect(url ?? '').not.toMatch(/@/)
  })
})

test('normal links stay', () => {
  const url = 'https://example.org/a?b=%20c'
  const {events} = readEvents(foreign({url, joinUrl: 'https://zoom.us/j/1'}))
  expect(events).toMatchObject([{url, joinUrl: 'https://zoom.us/j/1'}])
})

test('the compiler refuses a plain string in an attribute that a browser follows', () => {
  const unused = () => [
    // @ts-expect-error A string has not passed a door.
    h('a', {href: 'https://example.org/'}),
    // @ts-expect-error A string has not passed a door.
    link('https://example.org/', 'Text'),
    // @ts-expect-error An element loads nothing.
    h('img', {src: 'https://example.org/'}),
    // @ts-expect-error A frame would run its document.
    h('iframe', {srcdoc: '<script>'}),
  ]
  expect(unused).toBeTypeOf('function')
})

test('an event with added values that are not valid is shown without them', () => {
  const {events} = readEvents(foreign({extra: {'"><script>': 1}}))
  expect(events).toMatchObject([{title: 'Security management'}])
  expect(events[0]?.extra).toBeUndefined()
  expect(readEvents(foreign({extra: {venue: 'Hall'}})).events[0]?.extra).toEqual({venue: 'Hall'})
})
