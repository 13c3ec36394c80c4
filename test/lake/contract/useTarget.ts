import {afterAll, beforeAll} from 'vitest'
import type {Target} from './target.ts'

/** Opens a target for the tests of a `describe` block. */
export function useTarget(open: () => Promise<Target>) {
  let target: Target | undefined
  beforeAll(async () => {
    target = await open()
  })
  afterAll(() => target?.close())
  const opened = () => {
    if (!target) throw new Error('The target is not open yet: use it inside a test')
    return target
  }
  return {
    get client() {
      return opened().client
    },
    /** Returns an id that is unique to this run. */
    id: (name: string) => opened().prefix + name,
  }
}

/** Returns the error of a rejected request, for `toMatchObject`. */
export const rejected = (statusCode: number, message: RegExp) => ({
  statusCode,
  message: expectMatching(message),
})

function expectMatching(pattern: RegExp): unknown {
  return {asymmetricMatch: (text: unknown) => typeof text === 'string' && pattern.test(text)}
}
