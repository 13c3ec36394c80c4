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
  // Turbopack replaces `createRequire(…).resolve(…)` in one expression by the number of a module in the bundle.
  const places = [() => createRequire(import.meta.url), () => createRequire(workingDirectory())]
  for (const requireFrom of places) {
    try {
      return requireFrom().resolve(door)
    } catch {
      // Try the next place.
    }
  }
  return fileBeside()
}

function workingDirectory(): string {
  return join(process.cwd(), 'package.json')
}

/**
 * Returns the published worker beside this module. Tools that copy what a server needs, such as @vercel/nft
 * of Nitro and Next, follow this form and no name in a variable.
 */
function fileBeside(): string | undefined {
  // A bundle in CommonJS has no address of the module.
  if (!import.meta.url) return undefined
  const url = new URL('./calendarWorker.js', import.meta.url)
  // A bundler can replace the address by one of a copy, which lacks what the worker imports.
  if (!url.pathname.endsWith('/fetch/isolation/calendarWorker.js')) return undefined
  return existsSync(url) ? fileURLToPath(url) : undefined
}
