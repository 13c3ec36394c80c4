import type {PageFacts, RequestView} from '../meetings/requestView.ts'
import {requireFresh} from '../static/requireCurrent.ts'

/** The facts of a page that depends on nothing. */
export function currentFacts(): PageFacts {
  return {syncTags: [], until: Infinity}
}

/** The parts of a loader's result that a page depends on. */
export interface Dependency {
  syncTags: readonly string[]
  /** Set when the result is an earlier one: the UTC instant of it. */
  stale?: {since: string}
}

/**
 * Records what a page depends on.
 *
 * @param changes - UTC instants of its known changes. Past ones are ignored, and all of them on a page that
 *   is rendered for a fixed date.
 */
export function recordFacts(
  {facts, now, moving, tags}: Pick<RequestView, 'facts' | 'now' | 'moving' | 'tags'>,
  {syncTags, stale}: Dependency,
  changes: readonly (string | undefined)[] = [],
): void {
  if (stale) requireFresh(stale)
  for (const tag of syncTags) tags?.add(tag)
  if (!facts) return
  for (const tag of syncTags) facts.syncTags.push(tag)
  if (stale) facts.asOf = Math.min(facts.asOf ?? Infinity, Date.parse(stale.since))
  if (!moving) return
  const at = Date.parse(now)
  for (const change of changes) {
    const time = Date.parse(change ?? '')
    if (time > at) facts.until = Math.min(facts.until, time)
  }
}
