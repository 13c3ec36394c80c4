import type {Item} from './items.ts'
import {lineageOf} from './lineage.ts'
import type {MeetingIdentity} from './meetingIdentity.ts'

/**
 * Returns the identity that a decision about an item should name.
 *
 * A session of a series with a cadence is named by its series, because the next session has the same
 * question. A series that meets on demand holds sessions of different kinds, so there it is the session.
 *
 * @param cadences - Ids of the series with a cadence.
 */
export function identityOf(item: Item, cadences: ReadonlySet<string>): MeetingIdentity {
  if (item.kind === 'feed') {
    const {uid} = item.occurrence
    return {kind: 'feed-event', calendarId: item.feed.id, uid: lineageOf(uid).base}
  }
  if (item.kind === 'cadence') return {kind: 'document', id: item.cadence.id}
  const {id, seriesId} = item.touchpoint
  return {kind: 'document', id: seriesId && cadences.has(seriesId) ? seriesId : id}
}

/** Returns a text that is equal for equal identities. */
export function identityKey(identity: MeetingIdentity): string {
  if (identity.kind === 'document') return JSON.stringify([identity.id])
  return JSON.stringify([identity.calendarId, identity.uid])
}

/** Returns the keys of a stored identity. Its UID can be the one of a split part or of one date. */
export function keysOfIdentity(identity: MeetingIdentity): string[] {
  if (identity.kind === 'document') return [identityKey(identity)]
  const base = lineageOf(identity.uid).base
  return [...new Set([identity.uid, base])].map((uid) => identityKey({...identity, uid}))
}

/** Returns the keys of every identity that an item has, the most specific first. */
export function keysOfItem(item: Item): string[] {
  const own = identityKey(identityOf(item, new Set()))
  if (item.kind !== 'touchpoint' || !item.touchpoint.seriesId) return [own]
  return [own, identityKey({kind: 'document', id: item.touchpoint.seriesId})]
}
