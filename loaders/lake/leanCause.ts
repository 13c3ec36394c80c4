import {firstLine} from './connectionFault.ts'
import {propertyAt} from '../results/path.ts'

/**
 * Returns the name, code, status and first line of a client's error, and of its causes.
 *
 * A program that prints an error prints its cause with all properties. That of a client is up to 14 kB: the
 * address and the response, each with the whole query.
 */
export function leanCause(error: unknown, depth = 0): Error {
  const cause = propertyAt(error, 'cause')
  const inner = cause !== undefined && depth < 4 ? {cause: leanCause(cause, depth + 1)} : undefined
  const lean = new Error(firstLine(error), inner)
  if (error instanceof Error) {
    Object.defineProperty(lean, 'name', {value: error.name, enumerable: false})
  }
  // Its own stack leads here, and not to a caller.
  lean.stack = `${lean.name}: ${lean.message}`
  for (const name of ['code', 'statusCode', 'traceId']) {
    const value = propertyAt(error, name)
    if (typeof value === 'string' || typeof value === 'number') Reflect.set(lean, name, value)
  }
  return lean
}
