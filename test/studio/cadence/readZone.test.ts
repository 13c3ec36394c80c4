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
])('reads “%s” as %s, as people name a clock', (text, timeZone) => {
  expect(readZone(text, options)).toMatchObject({kind: 'zone', timeZone})
})

it('says what it made of a text, and nothing of an id', () => {
  expect(readZone('Eastern', options)).toMatchObject({note: 'Read “Eastern” as America/New_York.'})
  expect(readZone('Europe/Lisbon', options)).not.toHaveProperty('note')
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

it.each([
  ['UTC+2', ['Europe/Athens', 'Africa/Cairo']],
  ['+05:30', ['Asia/Kolkata']],
  ['Etc/GMT+5', ['America/New_York', 'America/Toronto']],
])('asks for a place of “%s”, because Publish refuses a fixed offset', (text, zones) => {
  const reading = readZone(text, options)
  expect(reading).toMatchObject({message: `“${text}” has no place. Which place is it?`})
  const offered = reading.kind === 'choice' ? reading.choices.map(({timeZone}) => timeZone) : []
  expect(offered).toEqual(expect.arrayContaining(zones))
})

it('offers the home zone first, also for its other half of the year', () => {
  const reading = readZone('UTC+2', options)
  expect(reading.kind === 'choice' && reading.choices[0]).toEqual({
    timeZone: 'Europe/Madrid',
    label: 'Madrid',
  })
})

it('asks for a city where no place is known', () => {
  expect(readZone('UTC-12', options)).toEqual({
    kind: 'choice',
    message: '“UTC-12” has no place. Enter a city.',
    choices: [],
  })
})
