import {randomBytes} from 'node:crypto'
import {linkSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Returns a key that is stored in a file, so that signatures stay valid after a restart. The first call
 * creates the file.
 *
 * @param file - path of the file, readable only by its owner
 * @throws the system's error if the file can be neither read nor written
 */
export function persistentKey(file: string): string {
  mkdirSync(dirname(file), {recursive: true})
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, randomBytes(32).toString('base64url'), {mode: 0o600})
  try {
    // Atomic, and never replaces an existing file: another process may start at the same time.
    linkSync(temporary, file)
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'EEXIST') throw error
  } finally {
    rmSync(temporary, {force: true})
  }
  return readFileSync(file, 'utf8')
}
