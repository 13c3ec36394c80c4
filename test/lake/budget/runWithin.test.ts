import {describe, expect, test} from 'vitest'
import {runWithin, TimeExceededError} from '../../../lake/budget/runWithin.ts'

const words = Array.from({length: 3_000}, () => 'a'.repeat(500))
const endless: [string, () => unknown][] = [
  [
    'a loop',
    () => {
      for (;;);
    },
  ],
  ['a regular expression', () => /^.*a.*a.*a.*a.*a.*a.*a.*b$/.test('a'.repeat(500))],
  ['JSON.stringify', () => JSON.stringify(words.map(() => words))],
]

describe('a job within its time', () => {
  test('returns its result, and throws its own error', () => {
    const error = new RangeError('too far')
    const failing = () => {
      throw error
    }
    expect(runWithin(60_000, () => 'done')).toBe('done')
    expect(runWithin(60_000, () => undefined)).toBeUndefined()
    expect(() => runWithin(60_000, failing)).toThrow(error)
  })

  test.each(endless)('%s is stopped, and a catch in it does not keep it running', (_, job) => {
    const stubborn = () => {
      for (;;) {
        try {
          job()
        } catch {
          // Tries again.
        }
      }
    }
    expect(() => runWithin(20, stubborn)).toThrow(TimeExceededError)
    expect(runWithin(60_000, () => 'next')).toBe('next')
  })

  test('runs again if a busy machine let the thread run for a small part of it only', () => {
    let tries = 0
    const second = () => {
      tries++
      while (tries === 1);
      return 'done'
    }
    const usage =
      (...values: number[]) =>
      () =>
        values.shift()
    expect(runWithin(20, second, usage(0, 9))).toBe('done')
    tries = 0
    expect(() => runWithin(20, second, usage(0, 11))).toThrow(TimeExceededError)
    tries = 0
    // Node 22 does not know it.
    expect(() => runWithin(20, second, usage())).toThrow(TimeExceededError)
    expect(tries).toBe(1)
  })
})
