import {existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

import {CliError} from '../CliError.ts'
import {makeFolder} from '../makeFolder.ts'
import {reasonOf} from '../reasonOf.ts'

/**
 * Replaces a folder by what `write` puts into an empty one beside it. Until that is complete, and when it fails, the
 * folder has what it had.
 *
 * @param write - gets the folder to write to
 * @param signal - an aborted one leaves the folder as it was, also when what wrote calls itself complete
 * @throws CliError when the folder can't be written to, and what `write` throws
 */
export async function replaceFolder<Result>(
  folder: string,
  write: (part: string) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const beside = (suffix: string) => join(dirname(folder), `${basename(folder)}.${suffix}`)
  const [part, old] = [beside('part'), beside('old')]
  try {
    // Left by a process that was killed, also between the two steps of the swap.
    if (existsSync(old) && !existsSync(folder)) await rename(old, folder)
    await rm(part, {recursive: true, force: true})
    makeFolder(part)
    const result = await write(part)
    signal.throwIfAborted()
    await swap(part, folder, old)
    return result
  } catch (error) {
    if (isOfSystem(error)) throw unwritable(folder, error)
    throw error
  } finally {
    for (const each of [part, old]) await rm(each, {recursive: true, force: true}).catch(() => {})
  }
}

/** A folder that has files can't be replaced by another in one step. */
async function swap(part: string, folder: string, old: string): Promise<void> {
  await rm(old, {recursive: true, force: true})
  const hadOne = await rename(folder, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(part, folder)
  } catch (error) {
    if (hadOne) await rename(old, folder)
    throw error
  }
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function unwritable(folder: string, cause: unknown): CliError {
  const message = `Could not write to ${folder} (${reasonOf(cause)}). It is unchanged. Check its permissions and the free space.`
  return new CliError('start-failed', message, {cause})
}
