import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const contents = new URL('../../content/', import.meta.url)

export interface StoredDocument {
  [field: string]: unknown
  _id: string
  _type: string
}

/** Reads every document of a sample, as `sanity dataset import` does. */
export function readContent(name = 'todo'): StoredDocument[] {
  const folder = new URL(`${name}/`, contents)
  return readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.ndjson'))
    .toSorted()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
    .map((line) => storedDocument(JSON.parse(line)))
}

export function storedDocument(value: unknown): StoredDocument {
  if (!isStoredDocument(value)) throw new TypeError(`Not a document: ${JSON.stringify(value)}`)
  return value
}

function isStoredDocument(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, '_id') === 'string' &&
    typeof Reflect.get(value, '_type') === 'string'
  )
}
