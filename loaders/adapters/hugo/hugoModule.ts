import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('module', import.meta.url))

/** Returns the files of the theme with the shortcodes, by path from the site's root: `themes/touchpoints/…`. */
export async function hugoModule(): Promise<Map<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({parentPath, name}): Promise<[string, string]> => {
    const path = join(parentPath, name)
    const inTheme = relative(folder, path).split(sep).join('/')
    return [`themes/touchpoints/${inTheme}`, await readFile(path, 'utf8')]
  })
  return new Map((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
