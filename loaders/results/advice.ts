import {pathText} from '@touchpoints/schemas/path-text'
import type * as z from 'zod/mini'

import type {Path} from './path.ts'

/**
 * Says what is wrong with one value, in a sentence or two for the editor of the document.
 *
 * @param followed - whether the value should come from a referenced document
 */
export function advice(
  issue: z.core.$ZodIssue,
  path: Path,
  value: unknown,
  followed: boolean,
): string {
  const name = path.length === 0 ? 'The document' : `"${pathText(path)}"`
  if (path.length === 0 && issue.code === 'custom') return issue.message
  if (value === undefined || value === null) {
    return followed
      ? `${name} is not set, or refers to a document that does not exist or is not published.`
      : `${name} is missing.`
  }
  return `${name} is ${shown(value)}. ${expected(issue)}`
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Expected one of: ${issue.values.join(', ')}.`
  if (issue.code === 'invalid_type') return `Expected a value of type ${issue.expected}.`
  return /[.!?…]$/.test(issue.message) ? issue.message : `${issue.message}.`
}

function shown(value: unknown): string {
  const text = typeof value === 'object' ? 'of the wrong type' : JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 77)}…"`
}
