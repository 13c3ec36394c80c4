import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'

/**
 * Writes files, or none of them. New files are complete before the first old one is replaced, and an error brings back
 * what was replaced.
 *
 * @param files - content by absolute path. Null removes the file.
 * @throws CliError when a file can't be written
 */
export async function writeAll(
  files: ReadonlyMap<string, string | Uint8Array | null>,
): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const [path, content] of files) {
      if (content === null) continue
      await mkdir(dirname(path), {recursive: true})
      undo.push(() => rm(partOf(path), {force: true}))
      await writeFile(partOf(path), content)
    }
    for (const [path, content] of files) {
      const existed = await moved(path, oldOf(path))
      undo.push(() => (existed ? rename(oldOf(path), path) : rm(path, {force: true})))
      if (content !== null) await rename(partOf(path), path)
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => {})
    const message = `Could not write the files (${reasonOf(error)}). None was changed. Check their permissions and the free space.`
    throw new CliError('bad-input', message, {cause: error})
  }
  for (const path of files.keys()) await rm(oldOf(path), {force: true})
}

const partOf = (path: string) => `${path}.part`
const oldOf = (path: string) => `${path}.old`

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
