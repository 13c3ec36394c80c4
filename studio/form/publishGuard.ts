import {type UnstoredInput, unstoredInput} from './unstoredInput.ts'

/** What to do with a click on Publish. */
export type PublishDecision =
  | {kind: 'publish'}
  | {kind: 'ignore'}
  | {kind: 'refuse'; reason: string}

export interface PublishGuard {
  /**
   * @param id - published id
   * @param revision - of the draft
   */
  decide: (id: string, revision: string | undefined) => PublishDecision
}

/** Sanity disables the button some renders after the click. After this time, a click is a second attempt. */
const doubleClickMs = 2_000

/**
 * Decides at the moment of a click, because the description of a button is older than what was just typed.
 * Typed text that is not stored would be lost silently. A second click would publish a draft that is gone.
 */
export function createPublishGuard(
  unstored: Pick<UnstoredInput, 'reasonFor'>,
  now: () => number,
): PublishGuard {
  const last = new Map<string, {revision: string | undefined; at: number}>()
  return {
    decide: (id, revision) => {
      const reason = unstored.reasonFor(id)
      if (reason !== undefined) return {kind: 'refuse', reason}
      const previous = last.get(id)
      const at = now()
      const isSame = previous !== undefined && previous.revision === revision
      if (isSame && at - previous.at < doubleClickMs) return {kind: 'ignore'}
      last.set(id, {revision, at})
      return {kind: 'publish'}
    },
  }
}

export const publishGuard = createPublishGuard(unstoredInput, () => Date.now())
