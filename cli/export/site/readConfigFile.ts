import {readFile} from 'node:fs/promises'
import {basename, extname} from 'node:path'

import {parse as parseToml} from 'smol-toml'
import {parse as parseYaml} from 'yaml'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import {isRecord, type Settings} from './settings.ts'

/** The parser of each extension. */
const parsers = {
  '.toml': (text: string): unknown => parseToml(text),
  '.yaml': (text: string): unknown => parseYaml(text),
  '.yml': (text: string): unknown => parseYaml(text),
  '.json': (text: string): unknown => JSON.parse(text),
} as const satisfies Record<string, (text: string) => unknown>

export type ConfigExtension = keyof typeof parsers

export const configExtensions: readonly ConfigExtension[] = ['.toml', '.yaml', '.yml', '.json']

/** Returns the values of a text in a format, by the extension of the format. */
export function parseConfig(extension: ConfigExtension, source: string): Settings {
  const value = parsers[extension](source)
  return isRecord(value) ? value : {}
}

/**
 * Reads a configuration file. Returns undefined when there is no such file.
 *
 * @throws CliError when its text is invalid
 */
export async function readConfigFile(file: string): Promise<Settings | undefined> {
  const source = await readFile(file, 'utf8').catch(() => undefined)
  const extension = configExtensions.find((each) => each === extname(file))
  if (source === undefined || extension === undefined) return undefined
  try {
    return parseConfig(extension, source)
  } catch (error) {
    const reason = reasonOf(error)
    throw new CliError('bad-input', `Could not read ${basename(file)}: ${reason}`, {cause: error})
  }
}
