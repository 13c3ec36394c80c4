import {expect, it} from 'vitest'

import {questionsToShow, readWords} from '../../../studio/cadence/readWords.ts'

// Still Monday in Los Angeles, and Tuesday in London.
const now = '2026-01-06T02:00:00Z'

it('counts from the date in the zone of the community', () => {
  const startOf = (timeZone: string) => {
    const reading = readWords('every Monday at 16:00 UTC', {timeZone, now})
    return reading.kind === 'cadence' ? reading.cadence.slots[0]?.startDate : undefined
  }
  expect(startOf('America/Los_Angeles')).toBe('2026-01-05')
  expect(startOf('Europe/London')).toBe('2026-01-12')
})

it('asks for the zone, and its first answer is the zone of the community', () => {
  const reading = readWords('every Monday at 16:00', {timeZone: 'Europe/Madrid', now})
  const answer = reading.kind === 'questions' ? reading.questions[0]?.choices[0] : undefined
  expect(answer?.label).toContain('Madrid')
  expect(readWords(answer?.words ?? '', {timeZone: 'Europe/Madrid', now}).kind).toBe('cadence')
})

it('shows one question about a time that is not understood, because it is not missing', () => {
  const codesOf = (words: string) => {
    const reading = readWords(words, {timeZone: 'Europe/Madrid', now})
    return reading.kind === 'questions'
      ? questionsToShow(reading.questions).map(({code}) => code)
      : []
  }
  expect(codesOf('every Monday at 5')).toEqual(['not-understood'])
  expect(codesOf('every Monday')).toEqual(['no-time'])
  expect(codesOf('every Monday, blue')).toContain('no-time')
})
