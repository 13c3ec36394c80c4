import {href} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

const span = z.object({
  _type: z.literal('span'),
  _key: z.string(),
  text: z.string(),
  marks: z.optional(z.array(z.string())),
})

const textLink = z.object({_type: z.literal('textLink'), _key: z.string(), href})

const block = z.object({
  _type: z.literal('block'),
  _key: z.string(),
  style: z.optional(z.string()),
  listItem: z.optional(z.string()),
  level: z.optional(z.number()),
  children: z.array(span),
  markDefs: z.optional(z.array(textLink)),
})

/**
 * Text as Portable Text, for any of its renderers. Taken as it is stored: to a renderer a paragraph
 * with `listItem: null` is a list, one without the key is not.
 */
export const richTextView = z.array(block)

export type RichText = z.infer<typeof richTextView>
