import {beforeAll, describe, expect, test} from 'vitest'

import {
  addToCalendarLinks,
  eventJsonLd,
  publishTouchpoint,
  readSnapshot,
  type PublishedEvent,
} from '../../../loaders/feeds/index.ts'
import type {Touchpoint} from '../../../loaders/index.ts'
import {readContent} from '../../support/readContent.ts'
import {sampleLoader} from '../../support/sampleLoader.ts'

const url = 'https://community.example/meetings/security/'
let touchpoint: Touchpoint
let inCalendar: PublishedEvent | undefined

beforeAll(async () => {
  const loader = sampleLoader()
  const {data} = await loader.touchpoints({slug: '2024-03-28-security-management'})
  if (!data[0]) throw new Error('The sample has no session of 28 March 2024')
  touchpoint = data[0]
  const {document} = await readSnapshot(loader, {now: '2024-03-20T00:00:00Z', pageOf: () => url})
  inCalendar = document.events.find(({id}) => id === touchpoint._id)
})

describe('a published touchpoint', () => {
  test('equals its event in the calendar: the same id, time and people', () => {
    const alone = publishTouchpoint(touchpoint, {url})
    const {id, title, start, end, timeZone, status, people, regions, series} = inCalendar ?? {}
    expect(alone).toMatchObject({id, title, start, end, timeZone, status, people, url})
    expect(alone).toMatchObject({regions, series})
  })

  test.each([
    ['members', false],
    ['everyone', true],
  ])('for %s has its join link: %s', async (audience, expected) => {
    const stored = readContent().find((document) => document._id === touchpoint._id)
    const secret = 'https://meet.example/secret'
    const document = {...Object(stored), audience, summary: `Join ${secret}`, links: {join: secret}}
    const {data} = await sampleLoader({documents: [document]}).touchpoints({slug: touchpoint.slug})
    const event = data[0] && publishTouchpoint(data[0], {url})
    expect(event?.audience).toBe(audience)
    const text = JSON.stringify([event, event && addToCalendarLinks(event)])
    expect(text.includes('secret')).toBe(expected)
  })

  test('is undefined for a draft without a time, because search engines and calendars need one', () => {
    const schedule = {...touchpoint.schedule, start: ''}
    expect(publishTouchpoint({...touchpoint, schedule})).toBeUndefined()
  })

  test('has time, place and people for search engines', () => {
    const event = publishTouchpoint(touchpoint, {url})
    expect(event && eventJsonLd(event, {pageUrl: url})).toMatchObject({
      '@type': 'Event',
      startDate: '2024-03-28T13:00:00Z',
      endDate: '2024-03-28T14:00:00Z',
      eventStatus: 'https://schema.org/EventScheduled',
      url,
      superEvent: {name: 'Thursday touchpoints'},
    })
  })
})
