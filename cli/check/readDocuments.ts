import {readdir, stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'

import {CliError} from '../CliError.ts'
import {defaultImportLimits} from '../import/importLimits.ts'
import {type PlacedDocument, readNdjson, unreadable} from '../import/readNdjson.ts'

/**
 * Reads documents from NDJSON files and from the `*.ndjson` files of folders.
 *
 * @param folder - where relative paths start
 * @throws CliError with file and line when a line is not a document, and when there is no document at all
 */
export async function readDocuments(
  paths: readonly string[],
  folder: string,
): Promise<PlacedDocument[]> {
  const limits = defaultImportLimits
  const files = (await Promise.all(paths.map((path) => filesAt(path, folder)))).flat()
  const documents: PlacedDocument[] = []
  for (const file of files) {
    const left = {...limits, documents: limits.documents - documents.length}
    const read = await readNdjson(resolve(folder, file), file, left).catch(unreadable(file))
    for (const document of read) documents.push(document)
  }
  if (documents.length > 0) return documents
  throw new CliError(
    'bad-input',
    `${paths.join(', ')} contains no document. Check the path, or export the documents again.`,
  )
}

async function filesAt(path: string, folder: string): Promise<string[]> {
  const entry = await stat(resolve(folder, path)).catch(() => undefined)
  if (!entry)
    throw new CliError('bad-input', `${path} does not exist. Check the path of the file or folder.`)
  if (!entry.isDirectory()) return [path]
  const entries = await readdir(resolve(folder, path), {withFileTypes: true})
  const names = entries.flatMap(({name}) => (name.endsWith('.ndjson') ? name : [])).toSorted()
  if (names.length === 0) {
    const inside = entries.flatMap((each) => (each.isDirectory() ? join(path, each.name) : []))
    const hint = inside.length > 0 ? ` Choose a folder in it: ${inside.toSorted().join(', ')}.` : ''
    throw new CliError('bad-input', `The folder ${path} contains no .ndjson file.${hint}`)
  }
  return names.map((name) => join(path, name))
}
