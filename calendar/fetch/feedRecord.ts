import * as z from 'zod/mini'
import {feedProblemCodes} from '../problems.ts'

const fault = z.object({
  code: z.enum(feedProblemCodes),
  /** What happened, why it matters, what to do. */
  message: z.string(),
})

/** Why a feed could not be read, or its new copy not be taken. */
export type FeedFault = z.infer<typeof fault>

const change = z.object({
  /** UTC instant. */
  at: z.string(),
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  /** The first few of them, by title. */
  examples: z.array(z.object({what: z.enum(['added', 'removed', 'changed']), title: z.string()})),
})

/** What differs between a feed's copy and the one before. */
export type FeedChange = z.infer<typeof change>

const copy = z.object({
  text: z.string(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  contentType: z.optional(z.string()),
  eventCount: z.number(),
  /** UTC instant at which it was last read or confirmed. */
  confirmedAt: z.string(),
})

/** A feed's last good text, and what a next request needs to ask whether it changed. */
export type FeedCopy = z.infer<typeof copy>

/**
 * What is remembered of a feed between two requests: plain JSON, so that any store can keep it.
 * `version` changes with its shape; a store's record of another shape counts as absent.
 */
export const feedRecord = z.object({
  version: z.literal(1),
  /** A copy belongs to its address: an editor who changes it must not see the old feed's events. */
  url: z.string(),
  copy: z.optional(copy),
  /** How the last reading failed; absent when it did not. */
  fault: z.optional(fault),
  /** Failures in a row. */
  failures: z.number(),
  /** UTC instants. */
  checkedAt: z.string(),
  nextTryAt: z.string(),
  /** Since when the feed has shown a loss of events that is not believed yet. */
  lossSince: z.optional(z.string()),
  change: z.optional(change),
})

export type FeedRecord = z.infer<typeof feedRecord>
