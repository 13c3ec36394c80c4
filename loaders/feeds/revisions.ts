import type {PublishedEvent} from './eventsFormat.ts'

/** When an event last changed, as a calendar program wants to be told. */
export interface Revision {
  /** UTC instant: DTSTAMP and LAST-MODIFIED (RFC 5545 sections 3.8.7.2 and 3.8.7.3). */
  changedAt: string
  /** SEQUENCE (section 3.8.7.4): never falls while the event lives. */
  sequence: number
}

export type RevisionOf = (event: PublishedEvent) => Revision

const sequenceEpoch = Date.parse('2020-01-01T00:00:00Z')

/**
 * SEQUENCE is the seconds from 2020 to the change. A counter would have to be kept somewhere, and
 * would fall when it is lost; a clock only rises. It fits 31 bits until 2088.
 */
export function revisionAt(changedAt: string): Revision {
  const seconds = Math.floor((Date.parse(changedAt) - sequenceEpoch) / 1000)
  return {changedAt: `${changedAt.slice(0, 19)}Z`, sequence: Math.max(0, seconds)}
}

/** By the editors' last change alone. What came from a feed stays at revision 0. */
export function documentRevision(event: PublishedEvent): Revision {
  return revisionAt(event.changedAt ?? new Date(sequenceEpoch).toISOString())
}

/** What is remembered of an event between two answers: a `Map` will do. */
export interface RevisionMemory {
  get(id: string): {fingerprint: string; changedAt: string} | undefined
  set(id: string, seen: {fingerprint: string; changedAt: string}): unknown
}

/**
 * Revisions for feed events too, whose own revision is not carried through the merge: one has
 * changed when it is not as it was last seen. After the memory is lost everything counts as changed
 * once, which programs take as an update to the same words.
 *
 * @param now - UTC instant of this answer
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
