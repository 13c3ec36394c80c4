import {expect, it} from 'vitest'

import {
  writeAnnouncement,
  type AnnouncedSession,
} from '../../../studio/announcement/writeAnnouncement.ts'
import {placesOf} from '../../../studio/schedule/placesOf.ts'

const regions = [
  {code: 'APAC', title: 'Asia and Pacific', timeZone: 'Asia/Singapore'},
  {code: 'EMEA', title: 'Europe, Middle East and Africa', timeZone: 'Europe/Berlin'},
  {code: 'AMER', title: 'Americas', timeZone: 'America/New_York'},
]

const session: AnnouncedSession = {
  title: 'Security *Management* & more',
  series: 'Thursday touchpoints',
  start: '2024-03-28T13:00:00Z',
  timeZone: 'Europe/Madrid',
  minutes: 60,
  cancelled: false,
  guests: [{name: 'Dana Wang', organization: 'OpenSSF'}, {name: 'Lumi'}],
  links: {agenda: 'https://example.org/agenda'},
}

it('writes date and time in the session’s time zone and in each region of the community', () => {
  expect(writeAnnouncement('plain', session, placesOf(regions))).toBe(
    `Security *Management* & more
Thursday touchpoints

- Thu 28 Mar 2024, 14:00–15:00 (Europe/Madrid)
- Thu 28 Mar 2024, 21:00–22:00 (APAC, Asia/Singapore)
- Thu 28 Mar 2024, 14:00–15:00 (EMEA, Europe/Berlin)
- Thu 28 Mar 2024, 09:00–10:00 (AMER, America/New_York)

With Dana Wang (OpenSSF) and Lumi

Agenda: https://example.org/agenda`,
  )
})

it('escapes Markdown characters in a title', () => {
  const text = writeAnnouncement('markdown', session, [])
  expect(text).toContain(String.raw`**Security \*Management\* & more**`)
  expect(text).toContain('[Agenda](https://example.org/agenda)')
})

it("writes links and entities in Slack's mrkdwn", () => {
  const text = writeAnnouncement('slack', session, [])
  expect(text).toContain('*Security *Management* &amp; more*')
  expect(text).toContain('<https://example.org/agenda|Agenda>')
})

it('begins with “Canceled” for a canceled session, and leaves out its links', () => {
  const text = writeAnnouncement('plain', {...session, cancelled: true}, [])
  expect(text).toMatch(/^Canceled: /)
  expect(text).not.toContain('https://')
})
