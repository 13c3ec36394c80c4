import {expect, test} from 'vitest'

import {readAnnouncedSession} from '../../../studio/announcement/readAnnouncedSession.ts'
import {
  writeAnnouncement,
  type AnnouncedSession,
} from '../../../studio/announcement/writeAnnouncement.ts'

const session: AnnouncedSession = {
  title: 'Security management',
  start: '2024-03-28T13:00:00Z',
  timeZone: 'Europe/Madrid',
  minutes: 60,
  cancelled: false,
  guests: [{name: 'Dana Wang', organization: 'OpenSSF'}, {name: 'Lumi'}],
  links: {agenda: 'https://example.org/agenda'},
}

test('an announcement is in the language that is spoken', () => {
  expect(writeAnnouncement('plain', {...session, language: 'de'}, [])).toBe(
    `Security management

- Do., 28. März 2024, 14:00–15:00 Uhr (Europe/Madrid)

Mit Dana Wang (OpenSSF) und Lumi

Tagesordnung: https://example.org/agenda`,
  )
  expect(writeAnnouncement('slack', {...session, language: 'ja'}, [])).toContain(
    '<https://example.org/agenda|議題>',
  )
  expect(writeAnnouncement('plain', {...session, language: 'es', cancelled: true}, [])).toMatch(
    /^Cancelado: Security/,
  )
})

test('a language that has no catalog, or none at all, is English', () => {
  const english = writeAnnouncement('plain', session, [])
  expect(english).toContain('With Dana Wang (OpenSSF) and Lumi')
  expect(writeAnnouncement('plain', {...session, language: 'sw'}, [])).toBe(english)
})

test('the language of a stored session is read, and an absent one is not', () => {
  const schedule = {start: '2024-03-28T13:00:00Z', timeZone: 'Europe/Madrid', minutes: 60}
  expect(readAnnouncedSession({schedule, language: 'fr'})?.language).toBe('fr')
  expect(readAnnouncedSession({schedule, language: null})?.language).toBeUndefined()
})
