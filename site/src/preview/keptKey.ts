import {randomBytes} from 'node:crypto'
import {linkSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * A key that outlives the process, made at the first call: what was signed with it stays good.
 *
 * @param file - where it is kept, readable by this user alone
 * @throws the system's error when it can be neither read nor written
 */
export function keptKey(file: string): string {
  mkdirSync(dirname(file), {recursive: true})
  const own = `${file}.${process.pid}`
  writeFileSync(own, randomBytes(32).toString('base64url'), {mode: 0o600})
  try {
    // Whole or not at all, and never over one that is there: another process may start just now.
    linkSync(own, file)
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'EEXIST') throw error
  } finally {
    rmSync(own, {force: true})
  }
  return readFileSync(file, 'utf8')
}
