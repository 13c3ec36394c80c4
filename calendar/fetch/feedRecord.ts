import * as z from 'zod/mini'
import {feedProblemCodes} from '../problems.ts'

const fault = z.object({
  code: z.enum(feedProblemCodes),
  /** What happened, why, and what to do. */
  message: z.string(),
})

/** The reason why a feed could not be read or its new copy was rejected. */
export type FeedFault = z.infer<typeof fault>

const change = z.object({
  /** UTC instant. */
  at: z.string(),
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  /** The first changes, by title. */
  examples: z.array(z.object({what: z.enum(['added', 'removed', 'changed']), title: z.string()})),
})

/** The difference between a feed's copy and the previous one. */
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

/** A feed's last good text, with the headers for a conditional request. */
export type FeedCopy = z.infer<typeof copy>

/**
 * The cached state of a feed: plain JSON, so that any store can keep it.
 *
 * `version` changes when the shape changes. A stored record of another shape counts as absent.
 */
const feedRecord = z.object({
  version: z.literal(1),
  /**
   * The address that the copy belongs to. After an editor changes it, the old feed's events must not
   * appear.
   */
  url: z.string(),
  copy: z.optional(copy),
  /** The fault of the last request. Absent when it succeeded. */
  fault: z.optional(fault),
  /** Number of consecutive failures. */
  failures: z.number(),
  /** UTC instants of the last request and of the next possible one. */
  checkedAt: z.string(),
  nextTryAt: z.string(),
  /** UTC instant at which a loss of events was first seen. Absent when none is pending. */
  lossSince: z.optional(z.string()),
  change: z.optional(change),
})

export type FeedRecord = z.infer<typeof feedRecord>

/** Returns the record that a cache stored as JSON, or undefined if the text is damaged or of another shape. */
export function parseRecord(text: string): FeedRecord | undefined {
  try {
    const {success, data} = feedRecord.safeParse(JSON.parse(text))
    return success ? data : undefined
  } catch {
    return undefined
  }
}
