import type {SafeUrl, SitePath} from '@touchpoints/calendar/links'
import * as z from 'zod/mini'
import {href} from './url.ts'

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
 * Portable Text, exactly as stored. A renderer takes a paragraph with `listItem: null` for a list, and
 * one without the key for a paragraph.
 */
export const richTextView = z.array(block)

/** A run of text with the same marks. */
interface Span {
  _type: 'span'
  /** Unique within its block. */
  _key: string
  /** Plain text of the run. */
  text: string
  /** `strong`, `em`, or the `_key` of a link in the block's `markDefs`. */
  marks?: string[] | undefined
}

/** A link within text. Spans refer to it by its `_key`. */
interface TextLink {
  _type: 'textLink'
  /** Unique within its block. */
  _key: string
  /** Target: `https://…`, `mailto:…`, or a path on the same site. */
  href: SafeUrl | SitePath
}

/** A paragraph, a heading or a list item. */
interface Block {
  _type: 'block'
  /** Unique within the text. */
  _key: string
  /** `normal`, or a heading level such as `h2`. */
  style?: string | undefined
  /** `bullet` or `number`. Absent outside lists. */
  listItem?: string | undefined
  /** Depth within nested lists, from 1. Absent outside lists. */
  level?: number | undefined
  /** The text, in runs. */
  children: Span[]
  /** The links of this block. */
  markDefs?: TextLink[] | undefined
}

/** Portable Text for any of its renderers: blocks of paragraphs, headings and list items. */
export type RichText = Block[]
