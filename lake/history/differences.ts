import {isDeepStrictEqual} from 'node:util'
import {latestPlausibleTime} from '../clock.ts'
import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {parseInstant} from '../instant.ts'
import type {Store} from '../store/store.ts'

/** A document that has another state now than at an instant. */
export interface Difference {
  id: string
  /** Its state at the instant. Null if it did not exist. */
  before: StoredDocument | null
  /** Whether it exists now. */
  exists: boolean
}

/** Yields the documents that had other content at an instant than now, ordered by id. */
export function* differencesSince(
  {store, documents, clock}: Pick<Engine, 'store' | 'documents' | 'clock'>,
  instant: string,
): Generator<Difference> {
  const latest = latestPlausibleTime(clock)
  for (const id of store.knownIds('')) {
    const before = store.revisionAt(id, instant, latest)
    const current = documents.raw.byId(id)
    if (!isSameContent(before, current)) {
      yield {id, before: before ?? null, exists: current !== undefined}
    }
  }
}

/** A document that was restored has another revision, and the same content. */
function isSameContent(a: StoredDocument | undefined, b: StoredDocument | undefined): boolean {
  return a?._rev === b?._rev || (!!a && !!b && isDeepStrictEqual(contentOf(a), contentOf(b)))
}

function contentOf({_rev, _updatedAt, ...content}: StoredDocument): object {
  return content
}

const prunedName = 'lake/historyBegins'

/** Remembers that the history before an instant is incomplete. */
export function rememberPruning(store: Pick<Store, 'setValue'>, before: string): void {
  store.setValue(prunedName, before)
}

/**
 * Returns the instant from which on the state of every document is known: that of the oldest transaction, or how far
 * the history was deleted. Undefined for a lake without transactions.
 */
export function historyBegins(store: Pick<Store, 'value' | 'firstTimestamp'>): string | undefined {
  const pruned = store.value(prunedName)
  const first = store.firstTimestamp()
  if (typeof pruned !== 'string' || parseInstant(pruned) === undefined) return first
  return first === undefined || pruned > first ? pruned : first
}
