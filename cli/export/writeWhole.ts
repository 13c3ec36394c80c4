import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Shell} from '../shell.ts'

/**
 * Writes a file under another name and then gives it its own: whoever reads it meanwhile sees the old
 * one or the new one, and a full disk leaves the old one.
 *
 * @param file - absolute
 * @throws CliError when it cannot be written
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`
  try {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(part, text)
    await rename(part, file)
  } catch (error) {
    await rm(part, {force: true}).catch(() => {})
    const reason = reasonOf(error)
    throw new CliError('bad-input', `${file} cannot be written (${reason}).`, {cause: error})
  }
}

/** To the target, else to standard output. */
export async function writeOut(
  {write, folder}: Pick<Shell, 'write' | 'folder'>,
  target: string | undefined,
  text: string,
): Promise<void> {
  if (target === undefined) write(text)
  else await writeWhole(resolve(folder, target), text)
}
