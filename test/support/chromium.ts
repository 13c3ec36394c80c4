import {chromium, type Browser} from 'playwright-core'

import {findChromium} from '../browser/support/findChromium.ts'
import {shiftDate} from './clock/shiftDate.ts'
import {suiteOffset} from './clock/suiteClock.ts'

/** Where this machine has a Chromium; undefined when it has none. */
export const chromiumPath = findChromium(process.env)

// In CI a missing browser is a failure, or nobody would notice that nothing was tested.
if (!chromiumPath && process.env['CI']) {
  throw new Error(
    'The browser tests need a Chromium: install chromium, or set CHROMIUM to its path.',
  )
}

/** Every page of it is on the clock of the run, whoever opens it: see clock/suiteClock.ts. */
export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium on this machine.')
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
      // Whatever a page asks for elsewhere fails at once, on every machine alike.
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
