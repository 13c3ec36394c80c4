import type {Clock} from '../clock.ts'
import type {Store} from '../store/store.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Deletes history that is older than the given number of days, now and once a day.
 *
 * @returns a function that stops it
 */
export function scheduleHistoryPruning(store: Store, clock: Clock, days: number): () => void {
  const prune = () => {
    store.pruneHistory(new Date(clock.now().getTime() - days * dayMilliseconds).toISOString())
  }
  prune()
  // If pruning fails today, for example on a full disk, it is tried again tomorrow.
  const timer = setInterval(() => attempt(prune), dayMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

function attempt(prune: () => void) {
  try {
    prune()
  } catch {
    // The next write needs the same disk, and reports the error.
  }
}
