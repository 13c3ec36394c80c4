import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {linesOf} from '@touchpoints/lake/cli'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {inputProblem} from './inputProblem.ts'
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
  const {size} = await stat(path)
  // Also while it is read: a device has no size, and a file may grow.
  if (size > limits.fileBytes) throw tooLarge(name, `more than ${limits.fileBytes} bytes`)
  let line = 0
  try {
    for await (const text of linesOf(createReadStream(path), limits)) {
      line += 1
      const place = `${name}:${line}`
      if (text.trim() === '') continue
      if (documents.length >= limits.documents) {
        throw tooLarge(name, `more than ${limits.documents} documents`)
      }
      documents.push({document: readDocument(text, place, limits.depth), place})
    }
  } catch (error) {
    throw inputProblem(name, error)
  }
  return documents
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
