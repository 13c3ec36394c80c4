import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseEnv} from 'node:util'

import type {Shell} from './shell.ts'

/**
 * Returns the variables of a process, with those of the file `.env` of a folder. A variable of the process wins, and
 * one without a value in the file counts as not set, so that a copy of `.env.example` changes nothing.
 *
 * The Studio's own command reads `.env`, too. Without this, a site and the other commands would use another dataset.
 */
export function projectEnvironment(folder: string, env: Shell['env']): Shell['env'] {
  const inFile = Object.entries(parseEnv(textOf(join(folder, '.env'))))
  return {...Object.fromEntries(inFile.filter(([, value]) => value !== '')), ...env}
}

/** Returns the text of a file, which is empty if it cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
