import type {RequestView} from '../meetings/requestView.ts'

/** What a page's content depends on. A page records it while it renders, and the server's cache reads it. */
export interface PageFacts {
  /** The page is outdated when a live event carries one of these tags. */
  syncTags: string[]
  /** Time of the page's next known change, milliseconds since 1970. */
  until: number
  /** Time of the content, when it is an earlier copy because the Content Lake does not answer. */
  asOf?: number
}

/** The facts of a page that depends on nothing. */
export function currentFacts(): PageFacts {
  return {syncTags: [], until: Infinity}
}

/**
 * Records what a page depends on.
 *
 * @param changes - UTC instants of its known changes. Past ones are ignored, and all of them on a page that
 *   is rendered for a fixed date.
 */
export function recordFacts(
  {facts, view}: {facts?: PageFacts | undefined; view: Pick<RequestView, 'now' | 'moving'>},
  {syncTags, changes = []}: {syncTags: readonly string[]; changes?: (string | undefined)[]},
): void {
  if (!facts) return
  facts.syncTags.push(...syncTags)
  if (!view.moving) return
  const now = Date.parse(view.now)
  const times = changes.map((instant) => Date.parse(instant ?? '')).filter((time) => time > now)
  facts.until = Math.min(facts.until, ...times)
}
