import {describe, expect, test} from 'vitest'
import {runWithin, TimeExceededError} from '../../../lake/budget/runWithin.ts'

/** As on a machine that is not busy: there is no second try. */
const once = {patience: 6, processorMilliseconds: () => undefined}
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
    expect(runWithin(60_000, () => 'done', once)).toBe('done')
    expect(runWithin(60_000, () => undefined, once)).toBeUndefined()
    expect(() => runWithin(60_000, failing, once)).toThrow(error)
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
    expect(() => runWithin(20, stubborn, once)).toThrow(TimeExceededError)
    expect(runWithin(60_000, () => 'next', once)).toBe('next')
  })

  test('runs again if a busy machine let the thread run for a small part of it only', () => {
    let tries = 0
    const second = () => {
      tries++
      while (tries === 1);
      return 'done'
    }
    const usage = (...values: number[]) => ({
      patience: 6,
      processorMilliseconds: () => values.shift(),
    })
    expect(runWithin(20, second, usage(0, 9))).toBe('done')
    tries = 0
    expect(() => runWithin(20, second, usage(0, 11))).toThrow(TimeExceededError)
    tries = 0
    // Node 22 does not know it.
    expect(() => runWithin(20, second, usage())).toThrow(TimeExceededError)
    expect(tries).toBe(1)
  })

  test.each([
    [2, 2],
    [6, 1],
  ])(
    'with %i times the time for a second try has %i tries, if that is bearable',
    (patience, expected) => {
      let tries = 0
      const endlessly = () => {
        tries++
        for (;;);
      }
      const run = () => runWithin(260, endlessly, {patience, processorMilliseconds: () => 0})
      expect(run).toThrow(TimeExceededError)
      expect(tries).toBe(expected)
    },
  )
})
