import {readdir, readFile, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'

/**
 * The documents of NDJSON files, or of a folder's `*.ndjson`.
 *
 * @param folder - that paths which are not absolute are from
 * @throws CliError with file and line when one holds no document
 */
export async function readDocuments(
  paths: readonly string[],
  folder: string,
): Promise<StoredDocument[]> {
  const files = (await Promise.all(paths.map((path) => filesAt(path, folder)))).flat()
  const documents = await Promise.all(files.map((file) => readFileDocuments(file, folder)))
  return documents.flat()
}

async function filesAt(path: string, folder: string): Promise<string[]> {
  const entry = await stat(resolve(folder, path)).catch(() => undefined)
  if (!entry) throw new CliError('bad-input', `There is no file or folder ${path}.`)
  if (!entry.isDirectory()) return [path]
  const names = (await readdir(resolve(folder, path)))
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
  if (names.length === 0)
    throw new CliError('bad-input', `The folder ${path} holds no .ndjson file.`)
  return names.map((name) => join(path, name))
}

async function readFileDocuments(file: string, folder: string): Promise<StoredDocument[]> {
  const lines = (await readFile(resolve(folder, file), 'utf8')).split('\n')
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : readLine(line, `${file}:${index + 1}`),
  )
}

function readLine(line: string, place: string): StoredDocument {
  const value = parsed(line)
  if (isDocument(value)) return value
  throw new CliError(
    'bad-input',
    `${place} is no document: expected one JSON object a line, with _id and _type, as \`sanity dataset export\` writes them.`,
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isDocument(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, '_id') === 'string' &&
    typeof Reflect.get(value, '_type') === 'string'
  )
}
