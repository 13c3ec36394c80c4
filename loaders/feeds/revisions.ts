import type {PublishedEvent} from './eventsFormat.ts'

/** The last change of an event, in the terms of calendar programs. */
export interface Revision {
  /** UTC instant: DTSTAMP and LAST-MODIFIED (RFC 5545 sections 3.8.7.2 and 3.8.7.3). */
  changedAt: string
  /** SEQUENCE (section 3.8.7.4). Never decreases while the event exists. */
  sequence: number
}

/** Returns the revision of an event. */
export type RevisionOf = (event: PublishedEvent) => Revision

const sequenceEpoch = Date.parse('2020-01-01T00:00:00Z')

/**
 * Returns the revision of a change. SEQUENCE is the number of seconds from 2020 to the change. A counter
 * needs storage and decreases when that is lost, but a clock only goes forward. It fits 31 bits until
 * 2088.
 */
export function revisionAt(changedAt: string): Revision {
  const seconds = Math.floor((Date.parse(changedAt) - sequenceEpoch) / 1000)
  return {changedAt: `${changedAt.slice(0, 19)}Z`, sequence: Math.max(0, seconds)}
}

/** Returns the revision of the last edit. Events of feeds stay at revision 0. */
export function documentRevision(event: PublishedEvent): Revision {
  return revisionAt(event.changedAt ?? new Date(sequenceEpoch).toISOString())
}

/** Stores the last revision of each event. A `Map` fits. */
export interface RevisionMemory {
  get(id: string): {fingerprint: string; changedAt: string} | undefined
  set(id: string, seen: {fingerprint: string; changedAt: string}): unknown
}

/**
 * Returns revisions for events of feeds too, because the merge drops their own. An event counts as
 * changed when it differs from its last version in memory. When the memory is lost, every event counts
 * as changed once, and programs update it to the same text.
 *
 * @param now - UTC instant of the output
 */
export function rememberedRevisions(memory: RevisionMemory, now: string): RevisionOf {
  return (event) => {
    if (event.changedAt) return revisionAt(event.changedAt)
    const fingerprint = JSON.stringify(event)
    const seen = memory.get(event.id)
    if (seen?.fingerprint === fingerprint) return revisionAt(seen.changedAt)
    const changedAt = seen && seen.changedAt > now ? seen.changedAt : now
    memory.set(event.id, {fingerprint, changedAt})
    return revisionAt(changedAt)
  }
}
