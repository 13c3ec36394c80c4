import type * as z from 'zod/mini'

import {checkedGroq} from '../options/checkGroq.ts'
import {ConfigurationError} from '../errors.ts'
import {sourceOf} from '../views/source.ts'

/** Names and indexes. GROQ beside them can reach another document, and nobody checks its audience. */
const dottedPath = /^[A-Za-z_]\w*(?:\[\d+\])*(?:\.[A-Za-z_]\w*(?:\[\d+\])*)*$/

/**
 * Checks that a property reads a place in its own document, and that its GROQ is one expression.
 *
 * @throws ConfigurationError with the place of the property
 */
export function checkPath(place: string, name: string, property: z.core.$ZodType): void {
  const {path, computed, inline, where, when} = sourceOf(property)
  for (const [option, groq] of Object.entries({computed, where, when})) {
    if (groq === undefined || checkedGroq(`${place}.${option}`, groq).length === 1) continue
    throw new ConfigurationError(
      place,
      `${place} has several values in ${option}. Use one GROQ expression, and a property for each value.`,
    )
  }
  const read = path ?? (computed !== undefined || inline ? undefined : name)
  if (read === undefined || dottedPath.test(read)) return
  const what =
    path === undefined ? `has the name ${JSON.stringify(name)}` : `has the path "${path}"`
  throw new ConfigurationError(
    place,
    `${place} ${what}, which is no dotted path such as address.city or rooms[0].name. To read a document that a field refers to, use follow: true with a view of it. For other GROQ, use computed.`,
  )
}
