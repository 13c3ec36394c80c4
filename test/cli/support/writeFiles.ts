import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join, sep} from 'node:path'

/** Writes files by their path in a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
}

/** Returns the text of each file in a folder, by its path, at any depth. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({parentPath, name}): Promise<[string, string]> => {
    const file = join(parentPath, name)
    return [
      file
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      await readFile(file, 'utf8'),
    ]
  })
  return new Map((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
