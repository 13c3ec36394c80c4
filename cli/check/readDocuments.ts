import {readdir, readFile, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'

/**
 * Reads documents from NDJSON files and from the `*.ndjson` files of folders.
 *
 * @param folder - where relative paths start
 * @throws CliError with file and line when a line is not a document
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
  if (!entry)
    throw new CliError('bad-input', `${path} does not exist. Check the path of the file or folder.`)
  if (!entry.isDirectory()) return [path]
  const names = (await readdir(resolve(folder, path)))
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
  if (names.length === 0)
    throw new CliError('bad-input', `The folder ${path} contains no .ndjson file.`)
  return names.map((name) => join(path, name))
}

async function readFileDocuments(file: string, folder: string): Promise<StoredDocument[]> {
  const lines = (await readFile(resolve(folder, file), 'utf8')).split('\n')
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : readLine(line, `${file}:${index + 1}`),
  )
}

function readLine(line: string, place: string): StoredDocument {
  const value = parseJson(line)
  if (isDocument(value)) return value
  throw new CliError(
    'bad-input',
    `${place} is not a document. Expected one JSON object on each line, with _id and _type, as \`sanity dataset export\` writes them.`,
  )
}

function parseJson(line: string): unknown {
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
