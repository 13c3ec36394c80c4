import {existsSync} from 'node:fs'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** `$CHROMIUM`, or where Debian and Google put theirs. No browser is ever downloaded. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return [env['CHROMIUM'], ...usualPlaces].find((path) => path && existsSync(path))
}

/**
 * What to do about the browser tests when there is no Chromium: go without, told in one line; on CI,
 * where nobody reads the line, fail.
 */
export function withoutChromium(env: Readonly<Record<string, string | undefined>>): string {
  const told =
    'No Chromium found, so the browser tests do not run: install chromium, or set CHROMIUM to its path.'
  if (env['CI'] === 'true') throw new Error(told)
  return told
}
