import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Shell} from '../shell.ts'

/**
 * Writes a file under a temporary name, then renames it. A reader sees the old file or the new one, and a
 * full disk leaves the old one.
 *
 * @param file - absolute path
 * @throws CliError when the file cannot be written
 */
export async function writeAtomic(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.part`
  try {
    await mkdir(dirname(file), {recursive: true})
    await writeFile(part, content)
    await rename(part, file)
  } catch (error) {
    await rm(part, {force: true}).catch(() => {})
    const reason = reasonOf(error)
    throw new CliError(
      'bad-input',
      `Could not write ${file} (${reason}). Check the path, its permissions and the free space.`,
      {cause: error},
    )
  }
}

/** Writes to the target file, or to standard output without one. */
export async function writeOutput(
  shell: Pick<Shell, 'writeOutput' | 'folder'>,
  target: string | undefined,
  text: string,
): Promise<void> {
  if (target === undefined) shell.writeOutput(text)
  else await writeAtomic(resolve(shell.folder, target), text)
}
