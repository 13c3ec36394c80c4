import {existsSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {SchemaTypeDefinition} from '@sanity/types'
import type {StudioExtension} from 'touchpoints/extend'

import {CliError} from './CliError.ts'
import {reasonOf} from './reasonOf.ts'
import type {Shell} from './shell.ts'

const fileNames = ['ts', 'js', 'mjs'].map((type) => `touchpoints.extension.${type}`)

/** The option of each command that reads or checks added content. */
export const extensionOption = {
  type: 'string',
  value: 'FILE',
  help: 'file with the fields and document types of this project. Defaults to touchpoints.extension.ts, .js or .mjs, if it exists',
} as const

/** An extension, and the file that it comes from, for messages. */
export interface LoadedExtension {
  file: string
  extension: StudioExtension
}

/**
 * Loads the extension of a project: the export `extension` of a file, or its default export. Node removes the types
 * of a TypeScript file.
 *
 * @param option - value of `--extension`
 * @returns undefined without the option, in a folder that has none of the files
 * @throws CliError when the file does not exist, can't be loaded or exports no valid extension
 */
export async function loadExtension(
  option: string | undefined,
  {folder}: Pick<Shell, 'folder'>,
): Promise<LoadedExtension | undefined> {
  const file = option ?? fileNames.find((name) => existsSync(join(folder, name)))
  if (file === undefined) return undefined
  const path = resolve(folder, file)
  if (!existsSync(path)) {
    throw new CliError('usage', `--extension is "${file}", which does not exist. Check the path.`)
  }
  const exported = await importFile(path, file)
  const {defineExtension, isExtension} = await import('touchpoints/extend')
  const found = exported['extension'] ?? exported['default']
  if (!isExtension(found)) throw noExtension(file, exported)
  try {
    return {file, extension: defineExtension(found)}
  } catch (error) {
    throw invalid(file, error)
  }
}

/** Returns the types of the schema with an extension. Without one, those of the package. */
export async function schemaTypesOf(
  loaded: LoadedExtension | undefined,
): Promise<SchemaTypeDefinition[]> {
  // Loaded here, because only some commands need the Studio's types.
  const {schemaTypesWith} = await import('@touchpoints/schemas')
  try {
    return schemaTypesWith(loaded?.extension ?? {})
  } catch (error) {
    throw loaded === undefined ? error : invalid(loaded.file, error)
  }
}

async function importFile(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const exported: Record<string, unknown> = await import(pathToFileURL(path).href)
    return exported
  } catch (error) {
    const isUnread = Reflect.get(Object(error), 'code') === 'ERR_UNKNOWN_FILE_EXTENSION'
    const hint = isUnread
      ? `Node ${process.versions.node} reads no TypeScript. Use Node 22.18 or later, or a .js file.`
      : 'Correct the file, or run `npm install` if a package is missing.'
    throw new CliError('bad-input', `Could not load ${file} (${reasonOf(error)}). ${hint}`, {
      cause: error,
    })
  }
}

function noExtension(file: string, exported: Readonly<Record<string, unknown>>): CliError {
  const names = Object.keys(exported).toSorted()
  const found =
    names.length === 0
      ? 'It exports nothing.'
      : `It exports ${names.map((name) => `\`${name}\` (${kindOf(exported[name])})`).join(', ')}.`
  return new CliError(
    'bad-input',
    `${basename(file)} exports no extension. ${found} Write \`export const extension = defineExtension({…})\`, with defineExtension of touchpoints/extend.`,
  )
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  const names = Object.keys(value)
  return names.length === 0 ? 'an empty object' : `an object with ${names.slice(0, 5).join(', ')}`
}

function invalid(file: string, error: unknown): CliError {
  return new CliError('bad-input', `${file} is not valid. ${reasonOf(error)}`, {cause: error})
}
