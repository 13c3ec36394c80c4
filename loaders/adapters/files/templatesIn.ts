import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Reads the templates in a folder of this package, sorted by path. Paths have slashes on every system. */
export async function templatesIn(address: URL): Promise<Map<string, string>> {
  const folder = fileURLToPath(address)
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({parentPath, name}): Promise<[string, string]> => {
    const path = join(parentPath, name)
    return [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')]
  })
  return new Map((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
