import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const door = '@touchpoints/calendar/fetch/worker'

/**
 * Returns the path of the worker's file, or undefined when it can't be located.
 *
 * A path relative to this module would be wrong in two cases: the sources have another extension, and a
 * bundler puts this module into a file elsewhere. The package's name is right in both. It is resolved
 * from this module, then from the working directory.
 */
export function workerFile(): string | undefined {
  const places = [
    () => createRequire(import.meta.url).resolve(door),
    () => createRequire(join(process.cwd(), 'package.json')).resolve(door),
    fileBeside,
  ]
  for (const resolve of places) {
    try {
      const file = resolve()
      if (file !== undefined) return file
    } catch {
      // Try the next place.
    }
  }
  return undefined
}

/**
 * Returns the published worker beside this module. Tools that copy what a server needs, such as @vercel/nft
 * of Nitro and Next, follow this form and no name in a variable.
 */
function fileBeside(): string | undefined {
  const url = new URL('./calendarWorker.js', import.meta.url)
  // A bundler can replace the address by one of a copy, which lacks what the worker imports.
  if (!url.pathname.endsWith('/fetch/isolation/calendarWorker.js')) return undefined
  return existsSync(url) ? fileURLToPath(url) : undefined
}
