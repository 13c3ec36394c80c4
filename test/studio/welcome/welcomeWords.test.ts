import {readMoment} from '@touchpoints/calendar/rhythm'
import {expect, test} from 'vitest'

import {momentExample} from '../../../studio/schedule/momentExample.ts'
import {readFirstSession} from '../../../studio/welcome/firstSession.ts'
import {languagesHint} from '../../../studio/welcome/languagesHint.ts'
import {seriesTitle} from '../../../studio/welcome/seriesTitle.ts'
import {servesCalendar} from '../../../studio/welcome/servesCalendar.ts'

test.each([
  ['Europe/Lisbon', 'next Thu 6 pm Lisbon'],
  ['America/Sao_Paulo', 'next Thu 6 pm Sao Paulo'],
  ['UTC', 'next Thu 6 pm'],
])('the example of a moment in %s names its own city, and is read', (timeZone, example) => {
  expect(momentExample(timeZone)).toBe(example)
  const reading = readMoment(example, {now: '2026-11-26T09:00:00Z', timeZone})
  expect(reading).toMatchObject({kind: 'moment', moment: {timeZone}})
})

test('a missing moment is asked for with the city of the community, not with another one', () => {
  const typed = {title: 'Hello', moment: undefined, minutes: '60', join: ''}
  expect(readFirstSession(typed, 'Europe/Lisbon')).toEqual({
    kind: 'problems',
    problems: {moment: 'Enter when it takes place, such as “next Thu 6 pm Lisbon”.'},
  })
})

test.each([
  [{name: 'Ada Guild', languages: ['en']}, 'Ada Guild meetings'],
  [{name: 'International Guild of Ada', shortName: 'IGA', languages: ['en']}, 'IGA meetings'],
  [{name: 'Ada Guild', languages: ['es']}, 'Ada Guild: Reuniones'],
  [undefined, 'Meetings'],
])('the first series is not named as the page that it is on: %o', (community, title) => {
  expect(seriesTitle(community)).toBe(title)
})

test('the languages are asked for with those that have texts of the site, because the others get English', () => {
  expect(languagesHint).toMatch(/English, Spanish, French, German, Japanese, Chinese,? and Arabic/)
})

test.each([
  ['a calendar', 200, 'text/calendar; charset=utf-8', true],
  ['a site that was there before', 404, 'text/html', false],
  ['a site that answers every address with its start page', 200, 'text/html', false],
])('%s is known by its feed', async (_, status, type, expected) => {
  const fetch = async () => new Response('', {status, headers: {'content-type': type}})
  const {signal} = new AbortController()
  expect(await servesCalendar('http://localhost:4321/api/calendar.ics', {fetch, signal})).toBe(
    expected,
  )
})

test('a site that does not run, or does not share its replies, serves no calendar', async () => {
  const fetch = async () => {
    throw new TypeError('Failed to fetch')
  }
  const {signal} = new AbortController()
  expect(await servesCalendar('http://localhost:4321/api/calendar.ics', {fetch, signal})).toBe(
    false,
  )
})
