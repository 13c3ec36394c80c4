import {chromium, type Browser} from 'playwright-core'

import {findChromium} from '../browser/support/findChromium.ts'
import {shiftDate} from './clock/shiftDate.ts'
import {suiteOffset} from './clock/suiteClock.ts'

/** Path of Chromium on this machine. Undefined without one. */
export const chromiumPath = findChromium(process.env)

// In CI a missing browser is a failure. Otherwise the skipped tests could go unnoticed.
if (!chromiumPath && process.env['CI']) {
  throw new Error(
    'The browser tests require Chromium. Install chromium, or set CHROMIUM to its path.',
  )
}

/** Starts Chromium. Every page uses the clock of the run: see clock/suiteClock.ts. */
export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath)
    throw new Error('Chromium is not installed. Install chromium, or set CHROMIUM to its path.')
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Every third-party request fails immediately, on every machine.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    ],
  })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    await context.addInitScript(shiftDate, suiteOffset(process.env))
    return context
  }
  return browser
}
