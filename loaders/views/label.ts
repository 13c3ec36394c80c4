import {line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'

/** A word as documents have it, and in the language of the query. */
export const labelView = z.object({
  stored: field({path: 'text'}, line),
  text: field({translated: true}, line),
})
