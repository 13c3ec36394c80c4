import type {AnswerStoreLimits} from './answerStore.ts'

/** Sizes of stored texts, in the order in which they were set. */
export interface Recency {
  /** Records a text as the newest. @returns the names that no longer fit, oldest first */
  set(name: string, bytes: number): string[]
  delete(name: string): void
}

/**
 * Creates the index of a bounded store. Unlike tiny-lru, which counts entries, it also counts bytes.
 *
 * @param known - names and sizes of texts, oldest first
 */
export function recency(
  {maxAnswers, maxBytes}: Required<AnswerStoreLimits>,
  known: Iterable<readonly [string, number]> = [],
): Recency {
  const sizes = new Map(known)
  let total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const remove = (name: string) => {
    total -= sizes.get(name) ?? 0
    sizes.delete(name)
  }
  return {
    delete: remove,
    set(name, bytes) {
      remove(name)
      sizes.set(name, bytes)
      total += bytes
      const dropped: string[] = []
      for (const oldest of sizes.keys()) {
        if (sizes.size <= maxAnswers && total <= maxBytes) break
        remove(oldest)
        dropped.push(oldest)
      }
      return dropped
    },
  }
}
