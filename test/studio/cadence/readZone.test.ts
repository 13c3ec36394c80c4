import {expect, it} from 'vitest'

import {readZone} from '../../../studio/cadence/readZone.ts'

const options = {home: 'Europe/Madrid', now: '2026-11-26T09:00:00Z'}

it.each([
  ['London', 'Europe/London'],
  ['Eastern', 'America/New_York'],
  ['US Pacific', 'America/Los_Angeles'],
  ['EST', 'America/New_York'],
  ['CET', 'Europe/Madrid'],
  ['CEST', 'Europe/Madrid'],
  ['EET', 'Europe/Athens'],
  ['Mumbai', 'Asia/Kolkata'],
  ['Germany', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['new york', 'America/New_York'],
  ['Europe/Lisbon', 'Europe/Lisbon'],
  ['UTC+1', 'Etc/GMT-1'],
])('reads “%s” as %s, as people name a clock', (text, timeZone) => {
  expect(readZone(text, options)).toMatchObject({kind: 'zone', timeZone})
})

it('says what it made of a text, and nothing of an id', () => {
  expect(readZone('Eastern', options)).toMatchObject({note: 'Read “Eastern” as America/New_York.'})
  expect(readZone('Europe/Lisbon', options)).not.toHaveProperty('note')
  expect(readZone('UTC+1', options)).toMatchObject({
    note: expect.stringContaining('no summer time'),
  })
})

it.each([
  ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
  ['CST', ['America/Chicago', 'Asia/Shanghai']],
  ['GMT', ['Europe/London', 'UTC']],
  [
    'Australia',
    ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth'],
  ],
])('asks which place “%s” is, because a guess could be hours off', (text, zones) => {
  expect(readZone(text, options)).toMatchObject({
    kind: 'choice',
    choices: zones.map((timeZone) => ({timeZone})),
  })
})

it.each(['', 'Atlantis', 'noon'])('does not guess what “%s” is', (text) => {
  expect(readZone(text, options)).toEqual({kind: 'unknown'})
})
