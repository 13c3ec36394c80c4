import {createRequire} from 'node:module'
import {join} from 'node:path'

const door = '@touchpoints/calendar/fetch/worker'

/**
 * Returns the path of the worker's file, or undefined when it can't be located.
 *
 * A path relative to this module would be wrong in two cases: the published files have another
 * extension, and a bundler puts this module into a file elsewhere. The package's name is right in both.
 * It is resolved from this module, then from the working directory.
 */
export function workerFile(): string | undefined {
  const places = [() => createRequire(import.meta.url), () => createRequire(workingDirectory())]
  for (const requireFrom of places) {
    try {
      return requireFrom().resolve(door)
    } catch {
      // Try the next place.
    }
  }
  return undefined
}

function workingDirectory(): string {
  return join(process.cwd(), 'package.json')
}
