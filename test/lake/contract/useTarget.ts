import {afterAll, beforeAll} from 'vitest'
import type {Target} from './target.ts'

/** One target for the tests of a block. */
export function useTarget(open: () => Promise<Target>) {
  let target: Target | undefined
  beforeAll(async () => {
    target = await open()
  })
  afterAll(() => target?.close())
  const opened = () => {
    if (!target) throw new Error('The target is used before its block began')
    return target
  }
  return {
    get client() {
      return opened().client
    },
    /** An id of this run's own. */
    id: (name: string) => opened().prefix + name,
  }
}

/** What a refused request is, for `toMatchObject`. */
export const refused = (statusCode: number, message: RegExp) => ({
  statusCode,
  message: expectMatching(message),
})

function expectMatching(pattern: RegExp): unknown {
  return {asymmetricMatch: (text: unknown) => typeof text === 'string' && pattern.test(text)}
}
