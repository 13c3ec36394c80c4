import {stat, writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'

export interface ResultFileOptions {
  /** Where relative paths start. */
  folder: string
  /** The option that names the file, for messages. */
  option: '--plan' | '--out'
  /** Whether an existing file is replaced. */
  force: boolean
}

/**
 * Checks that a file can be written, before the work that fills it.
 *
 * @throws CliError when the file exists, because a plan can have hours of edits
 */
export async function requireNewFile(
  name: string,
  {folder, option, force}: ResultFileOptions,
): Promise<void> {
  if (name.trim() === '') throw new CliError('usage', `${option} is empty. Name a file.`)
  const entry = await stat(resolve(folder, name)).catch(() => undefined)
  if (entry?.isDirectory()) throw new CliError('usage', `${name} is a folder. Name a file.`)
  if (entry && !force) throw exists(name, option)
}

/** Writes a file. Refuses one that someone wrote in the meantime. */
export async function writeResult(
  name: string,
  text: string,
  {folder, option, force}: ResultFileOptions,
): Promise<void> {
  try {
    await writeFile(resolve(folder, name), text, {flag: force ? 'w' : 'wx'})
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'EEXIST') throw exists(name, option)
    throw new CliError(
      'bad-input',
      `Could not write ${name} (${reasonOf(error)}). Check the path and its rights.`,
      {cause: error},
    )
  }
}

function exists(name: string, option: string): CliError {
  const stored = option === '--plan' ? ` To store that plan, use --from-plan ${name}.` : ''
  return new CliError(
    'usage',
    `${name} exists, and may contain your edits. Use another name with ${option}, or add --force to overwrite it.${stored}`,
  )
}
