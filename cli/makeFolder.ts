import {mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Creates a folder and those above it. The `recursive` option of Node never returns where a file system answers for a
 * folder that exists that it does not, as `/proc` does.
 *
 * @throws the system's error
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was faster.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}
