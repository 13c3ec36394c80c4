import {chromium, type Browser} from 'playwright-core'

import {findChromium} from '../browser/support/findChromium.ts'

/** Where this machine has a Chromium; undefined when it has none. */
export const chromiumPath = findChromium(process.env)

// In CI a missing browser is a failure, or nobody would notice that nothing was tested.
if (!chromiumPath && process.env['CI']) {
  throw new Error(
    'The browser tests need a Chromium: install chromium, or set CHROMIUM to its path.',
  )
}

export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium on this machine.')
  return chromium.launch({
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
}
