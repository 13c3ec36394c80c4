import {expect, it} from 'vitest'

import {momentLine, withLength} from '../../../studio/schedule/momentLine.ts'

const moment = {start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid'}
const text = 'Thu 3 Dec 2026, 18:00 in Madrid (UTC+1)'

it('says the usual length that it fills, because the local times already show an end', () => {
  expect(withLength(moment, 60)).toEqual({...moment, minutes: 60})
  expect(momentLine({kind: 'moment', moment, text}, 60)).toBe(`${text}, 60 min`)
})

it('keeps a length in the words, and the length that a session has', () => {
  const timed = {...moment, minutes: 90}
  expect(withLength(timed, 60)).toEqual(timed)
  expect(momentLine({kind: 'moment', moment: timed, text}, 60)).toBe(`${text}, 90 min`)
  expect(withLength(moment, undefined)).toEqual(moment)
  expect(momentLine({kind: 'moment', moment, text}, undefined)).toBe(text)
})
