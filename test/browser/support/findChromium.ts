import {existsSync} from 'node:fs'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Returns the path in `$CHROMIUM`, or the default path on Debian or of Google Chrome. Never downloads a browser. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return [env['CHROMIUM'], ...usualPlaces].find((path) => path && existsSync(path))
}

/**
 * Returns the message for skipping the browser tests without Chromium.
 *
 * @throws Error on CI, where nobody reads the message
 */
export function withoutChromium(env: Readonly<Record<string, string | undefined>>): string {
  const message =
    'Skipping the browser tests, because Chromium was not found. Install chromium, or set CHROMIUM to its path.'
  if (env['CI'] === 'true') throw new Error(message)
  return message
}
