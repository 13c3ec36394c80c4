import type {WelcomeMemory} from './welcomeMode.ts'

/** The part of a browser's storage that is used. */
export type MemoryStore = Pick<Storage, 'getItem' | 'setItem'>

/** Remembers in this browser, for one dataset, whether the welcome was opened or dismissed. */
export interface Memory {
  read: () => WelcomeMemory
  write: (memory: Exclude<WelcomeMemory, undefined>) => void
}

/**
 * Returns the memory of a dataset. A browser that stores nothing, as in a private window, remembers nothing.
 *
 * @param store - returns the storage. Throws where the browser denies it
 */
export function welcomeMemory(
  {projectId, dataset}: {projectId: string; dataset: string},
  store: () => MemoryStore,
): Memory {
  const key = `touchpoints.welcome.${projectId}.${dataset}`
  return {
    read: () => {
      try {
        const stored = store().getItem(key)
        return stored === 'opened' || stored === 'dismissed' ? stored : undefined
      } catch {
        return undefined
      }
    },
    write: (memory) => {
      try {
        store().setItem(key, memory)
      } catch {
        // The welcome is offered again.
      }
    },
  }
}
