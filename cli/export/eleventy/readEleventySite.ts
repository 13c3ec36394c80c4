import {readFile} from 'node:fs/promises'
import {join, posix} from 'node:path'

/** Where an Eleventy site reads what an export writes. Paths are relative to the site. */
export interface EleventySite {
  /** File of its configuration. Undefined when it has none. */
  configFile: string | undefined
  /** Folder of its pages. */
  input: string
  /** Folder of its global data. */
  data: string
  /** Whether the configuration sets a folder in a way that only its code can answer. */
  isUnclear: boolean
}

/** In the order in which Eleventy looks for them. */
const configFiles = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
  'eleventy.config.ts',
]

/**
 * Finds the folders of an Eleventy site. Its configuration is a program, which is read and not run: texts in
 * `dir: {input, data}` and in `setInputDirectory()` and `setDataDirectory()` count.
 *
 * @param dataDir - folder of global data, relative to the site, if the command line names one
 */
export async function readEleventySite(folder: string, dataDir?: string): Promise<EleventySite> {
  for (const configFile of configFiles) {
    const source = await readFile(join(folder, configFile), 'utf8').catch(() => undefined)
    if (source !== undefined) return {configFile, ...foldersIn(source, dataDir)}
  }
  return {configFile: undefined, ...foldersIn('', dataDir)}
}

function foldersIn(source: string, dataDir: string | undefined) {
  const code = source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
  const dir = /\bdir\s*:\s*\{([^}]*)\}/.exec(code)?.[1] ?? ''
  const named = (key: string, method: string) =>
    new RegExp(`\\b${method}\\(\\s*(['"\`])([^'"\`]*)\\1\\s*\\)`).exec(code)?.[2] ??
    new RegExp(`\\b${key}\\b['"]?\\s*:\\s*(['"\`])([^'"\`]*)\\1`).exec(dir)?.[2]
  const input = named('input', 'setInputDirectory')
  const data = named('data', 'setDataDirectory')
  const isSet = (key: string, method: string) =>
    code.includes(`${method}(`) || new RegExp(`\\b${key}\\b`).test(dir)
  const isUnclear =
    (input === undefined && isSet('input', 'setInputDirectory')) ||
    (data === undefined && isSet('data', 'setDataDirectory')) ||
    (dir === '' && /\bdir\b\s*[:,]/.test(code))
  const root = posix.normalize(input || '.')
  return {
    input: root,
    data: dataDir === undefined ? posix.join(root, data ?? '_data') : posix.normalize(dataDir),
    isUnclear: isUnclear && dataDir === undefined,
  }
}
