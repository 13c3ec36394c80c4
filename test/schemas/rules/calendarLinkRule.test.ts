import {expect, test} from 'vitest'

import {calendarLinkRule} from '../../../schemas/rules/calendarLinkRule.ts'
import {pathText} from '../../../schemas/reading/pathText.ts'
import {found} from './found.ts'

const feedUrl = 'https://calendar.google.com/calendar/ical/a%40group.example.org/public/basic.ics'
const embed = 'https://calendar.google.com/calendar/embed?src=a%40group.example.org'
const about = (fields: Record<string, unknown>) =>
  found(calendarLinkRule, {_type: 'calendar', feedUrl, ...fields}).map(({path}) => pathText(path))

test('an embedded calendar that also loads another’s is warned about', () => {
  expect(about({publicUrl: `${embed}&src=b%40group.example.org`})).toEqual(['publicUrl'])
})

test('a public link to another calendar than the feed is warned about', () => {
  expect(about({publicUrl: 'https://teamup.com/ks123'})).toEqual(['publicUrl'])
  expect(about({publicUrl: embed.replace('src=a', 'src=b')})).toEqual(['publicUrl'])
})

test('a title that says Google over a feed of Teamup is warned about', () => {
  const teamup = 'https://ics.teamup.com/feed/ks123/0.ics'
  expect(about({feedUrl: teamup, title: 'CHAOSS (hosted on Google)'})).toEqual(['title'])
})

test('one calendar in two zones is warned about', () => {
  const publicUrl = `${embed}&ctz=Europe%2FMadrid`
  expect(about({publicUrl, timeZone: 'UTC'})).toEqual(['timeZone'])
  expect(about({publicUrl, timeZone: 'Europe/Madrid'})).toEqual([])
})
