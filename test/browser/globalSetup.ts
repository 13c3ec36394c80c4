import type {TestProject} from 'vitest/node'

import {launchChromium} from '../support/chromium.ts'
import {findChromium, withoutChromium} from './support/findChromium.ts'
import {startAll, type Addresses} from './support/startAll.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The running lake, Studio and site, started once for all browser tests. Absent without Chromium. */
    running: {addresses: Addresses} | undefined
  }
}

export default async function setup({provide}: TestProject) {
  if (!findChromium(process.env)) {
    console.log(withoutChromium(process.env))
    provide('running', undefined)
    return undefined
  }
  // The built Studio opens a window in a third of the time of the development server.
  const {addresses, stop} = await startAll('--build')
  try {
    await warmUp(addresses.studio)
  } catch (error) {
    await stop()
    throw error
  }
  provide('running', {addresses})
  return stop
}

/** Loads the Studio once, because the first load fills caches. Otherwise the first test would wait for them. */
async function warmUp(studio: string) {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(`${studio}/meetings`, {timeout: 180_000})
    await page.getByText('Meetings page', {exact: true}).waitFor({timeout: 180_000})
  } finally {
    await browser.close()
  }
}
