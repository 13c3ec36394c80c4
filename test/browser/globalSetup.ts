import type {TestProject} from 'vitest/node'

import {findChromium, withoutChromium} from './support/findChromium.ts'
import {startAll, type Addresses} from './support/startAll.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Everything that runs, started once for all browser tests; absent without a Chromium. */
    running: {chromium: string; addresses: Addresses} | undefined
  }
}

export default async function setup({provide}: TestProject) {
  const chromium = findChromium(process.env)
  if (!chromium) {
    console.log(withoutChromium(process.env))
    provide('running', undefined)
    return undefined
  }
  const {addresses, stop} = await startAll()
  provide('running', {chromium, addresses})
  return stop
}
