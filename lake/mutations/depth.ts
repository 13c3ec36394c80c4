import {nestsDeeperThan} from '../json.ts'

/** The hosted service's limit. https://www.sanity.io/docs/content-lake/technical-limits */
export const maxDepth = 20

/** Returns whether a document has more levels than it may have. Functions that walk it would fail. */
export function isTooDeep(document: unknown): boolean {
  return nestsDeeperThan(document, maxDepth - 1)
}
