import type {TestProject} from 'vitest/node'

import {launchChromium} from '../support/chromium.ts'
import {findChromium, withoutChromium} from './support/findChromium.ts'
import {startAll, type Addresses} from './support/startAll.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Everything that runs, started once for all browser tests; absent without a Chromium. */
    running: {addresses: Addresses} | undefined
  }
}

export default async function setup({provide}: TestProject) {
  if (!findChromium(process.env)) {
    console.log(withoutChromium(process.env))
    provide('running', undefined)
    return undefined
  }
  // Built: a window opens in a third of the time that the development server takes.
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

/** The first load waits for caches to fill: once, instead of in whichever test happens to be first. */
async function warmUp(studio: string) {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(studio, {timeout: 180_000})
    await page.getByText('Meetings page', {exact: true}).waitFor({timeout: 180_000})
  } finally {
    await browser.close()
  }
}
