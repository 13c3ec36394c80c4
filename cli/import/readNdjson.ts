import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {jsonDepth} from './jsonDepth.ts'
import type {ImportLimits} from './importLimits.ts'

/** A document of a file, with its place for messages. */
export interface PlacedDocument {
  document: StoredDocument
  /** File and line, such as `guests.ndjson:3`. */
  place: string
}

type NdjsonLimits = Pick<ImportLimits, 'fileBytes' | 'lineBytes' | 'documents' | 'depth'>

/**
 * Reads the documents of an NDJSON file.
 *
 * @param path - of the file
 * @param name - of the file in messages
 * @throws CliError with file and line when a line is not a document or exceeds a limit
 */
export async function readNdjson(
  path: string,
  name: string,
  limits: NdjsonLimits,
): Promise<PlacedDocument[]> {
  const documents: PlacedDocument[] = []
  let line = 0
  for await (const bytes of readLines(path, name, limits)) {
    line += 1
    const place = `${name}:${line}`
    const text = decode(bytes, place)
    if (text.trim() === '') continue
    if (documents.length >= limits.documents) {
      throw tooLarge(name, `more than ${limits.documents} documents`)
    }
    documents.push({document: readDocument(text, place, limits.depth), place})
  }
  return documents
}

/** Yields each line without its line break. Never holds more than one line. */
async function* readLines(
  path: string,
  name: string,
  {fileBytes, lineBytes}: NdjsonLimits,
): AsyncGenerator<Uint8Array> {
  const {size} = await stat(path)
  if (size > fileBytes) throw tooLarge(name, `more than ${fileBytes} bytes`)
  const line = lineBuffer()
  let number = 1
  // The end bounds a device, which has no size, and a file that grows.
  for await (const chunk of createReadStream(path, {end: fileBytes})) {
    if (!(chunk instanceof Uint8Array)) continue
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      line.add(chunk.subarray(start, end))
      if (line.length() > lineBytes) throw tooLarge(`${name}:${number}`, longLine(lineBytes))
      yield line.take()
      number += 1
      start = end + 1
    }
    line.add(chunk.subarray(start))
    if (line.length() > lineBytes) throw tooLarge(`${name}:${number}`, longLine(lineBytes))
  }
  yield line.take()
}

function lineBuffer() {
  let parts: Uint8Array[] = []
  let length = 0
  return {
    length: () => length,
    add: (part: Uint8Array) => {
      length += part.length
      parts.push(part)
    },
    take: (): Uint8Array => {
      const [only] = parts
      const bytes = parts.length === 1 && only ? only : Buffer.concat(parts)
      parts = []
      length = 0
      return bytes
    },
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

function decode(bytes: Uint8Array, place: string): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    throw new CliError('bad-input', `${place} is not UTF-8. Save the file as UTF-8.`, {
      cause: error,
    })
  }
}

function readDocument(text: string, place: string, depth: number): StoredDocument {
  if (jsonDepth(text, depth) > depth) {
    throw tooLarge(place, `more than ${depth} levels of objects and lists`)
  }
  const value = parse(text)
  if (isDocument(value)) return value
  throw new CliError(
    'bad-input',
    `${place} is not a document. Expected one JSON object on each line, with _id and _type, as \`sanity dataset export\` writes them.`,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
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

function longLine(bytes: number): string {
  return `more than ${bytes} bytes in one line`
}

function tooLarge(place: string, what: string): CliError {
  return new CliError(
    'bad-input',
    `${place} has ${what}, which is the limit. Split the file, or check where it comes from.`,
  )
}

/** Throws the error for a file that cannot be read. Pass it to `catch`. */
export function unreadable(name: string) {
  return (error: unknown): never => {
    if (error instanceof CliError) throw error
    throw new CliError(
      'bad-input',
      `Could not read ${name} (${reasonOf(error)}). Check the path.`,
      {
        cause: error,
      },
    )
  }
}
