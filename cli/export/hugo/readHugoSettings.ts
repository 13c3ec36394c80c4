import {readdir} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'

import {configExtensions, readConfigFile} from '../site/readConfigFile.ts'
import {isRecord, lowerCased, merged, type Settings} from '../site/settings.ts'

export interface HugoSettings {
  /** Names in lower case, because Hugo reads them in any case. */
  settings: Settings
  /** Files that they come from, relative to the site. */
  files: string[]
}

/**
 * Reads a site's configuration as `hugo` does for a production build: the file `hugo.*` or `config.*`, then the folders
 * `config/_default` and `config/production`. Later ones win.
 *
 * @throws CliError when a file is invalid
 */
export async function readHugoSettings(folder: string): Promise<HugoSettings> {
  const parts = [
    await readRootFile(folder),
    await readFolder(folder, 'config/_default'),
    await readFolder(folder, 'config/production'),
  ]
  return {
    settings: parts.reduce((all, part) => merged(all, part.settings), {}),
    files: parts.flatMap(({files}) => files),
  }
}

/** Reads the first file that exists. `hugo.*` comes before `config.*`, and TOML before YAML before JSON. */
async function readRootFile(folder: string): Promise<HugoSettings> {
  for (const name of ['hugo', 'config']) {
    for (const extension of configExtensions) {
      const file = `${name}${extension}`
      const settings = await readConfigFile(join(folder, file))
      if (settings) return {settings: lowered(settings), files: [file]}
    }
  }
  return {settings: {}, files: []}
}

/** Reads the files of a folder. The file `languages.toml` has the table `languages`, and so on. */
async function readFolder(site: string, folder: string): Promise<HugoSettings> {
  const names = await readdir(join(site, folder)).catch(() => [])
  const files: string[] = []
  let settings: Settings = {}
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const read = await readConfigFile(join(site, folder, name))
    if (read === undefined) continue
    files.push(`${folder}/${name}`)
    // `params.es.toml` is a table of one language. Nothing that an export reads is in such a file.
    const key = basename(name, extname(name)).toLowerCase()
    const own = lowered(read)
    settings = merged(settings, key === 'hugo' || key === 'config' ? own : {[key]: own})
  }
  return {settings, files}
}

function lowered(settings: Settings): Settings {
  const value = lowerCased(settings)
  return isRecord(value) ? value : {}
}
