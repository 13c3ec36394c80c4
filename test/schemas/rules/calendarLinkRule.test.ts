import {expect, test} from 'vitest'

import {calendarLinkRule} from '../../../schemas/rules/calendarLinkRule.ts'
import {pathText} from '../../../schemas/reading/pathText.ts'
import {findingsOf} from './findingsOf.ts'

const feedUrl = 'https://calendar.google.com/calendar/ical/a%40group.example.org/public/basic.ics'
const embed = 'https://calendar.google.com/calendar/embed?src=a%40group.example.org'
const about = (fields: Record<string, unknown>) =>
  findingsOf(calendarLinkRule, {_type: 'calendar', feedUrl, ...fields}).map(({path}) =>
    pathText(path),
  )

test('a public link that shows two calendars gets a warning', () => {
  expect(about({publicUrl: `${embed}&src=b%40group.example.org`})).toEqual(['publicUrl'])
})

test('a public link to a different calendar than the feed gets a warning', () => {
  expect(about({publicUrl: 'https://teamup.com/ks123'})).toEqual(['publicUrl'])
  expect(about({publicUrl: embed.replace('src=a', 'src=b')})).toEqual(['publicUrl'])
})

test('a title that says Google gets a warning if the feed is from Teamup', () => {
  const teamup = 'https://ics.teamup.com/feed/ks123/0.ics'
  expect(about({feedUrl: teamup, title: 'CHAOSS (hosted on Google)'})).toEqual(['title'])
})

test('a fallback time zone that differs from the one of the public link gets a warning', () => {
  const publicUrl = `${embed}&ctz=Europe%2FMadrid`
  expect(about({publicUrl, timeZone: 'UTC'})).toEqual(['timeZone'])
  expect(about({publicUrl, timeZone: 'Europe/Madrid'})).toEqual([])
})
