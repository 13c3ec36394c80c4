/** What this browser remembers of the welcome. Undefined before it was opened. */
export type WelcomeMemory = 'opened' | 'dismissed' | undefined

interface Situation {
  /** Whether a session is published. */
  hasPublished: boolean
  memory: WelcomeMemory
}

/** Returns whether the Studio opens with the welcome: while no session is published, and until it is dismissed. */
export function opensByItself({hasPublished, memory}: Situation): boolean {
  return !hasPublished && memory !== 'dismissed'
}

/**
 * Returns whether the overview offers the welcome: to an editor who has seen it, until it is dismissed.
 *
 * An editor who joins a community later never sees it.
 */
export function isOffered({hasPublished, memory}: Situation): boolean {
  return memory === 'opened' || (memory === undefined && !hasPublished)
}
