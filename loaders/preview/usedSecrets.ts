/**
 * Secrets that have opened a preview already. One that leaks later, in a history or a log, is then of
 * no use, though the Studio's secrets themselves stay valid for an hour.
 *
 * In memory, so for one process; several share one by a port of the same shape over their store.
 */
export interface UsedSecrets {
  /** @returns true for the first use. */
  take(secret: string): Promise<boolean>
}

/** Longer than any secret is valid, in milliseconds. */
const remembered = 2 * 60 * 60 * 1000

export function usedSecrets(now: () => number): UsedSecrets {
  const used = new Map<string, number>()
  return {
    take: async (secret) => {
      for (const [each, at] of used) if (at + remembered < now()) used.delete(each)
      if (used.has(secret)) return false
      used.set(secret, now())
      return true
    },
  }
}
