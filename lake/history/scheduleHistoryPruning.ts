import {clockTolerance} from '../clock.ts'
import type {ClockGuard} from '../clockGuard.ts'
import type {Store} from '../store/store.ts'
import {rememberPruning} from './differences.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Deletes history that is older than the given number of days, now and once a day. Deletes nothing while the
 * clock is implausible.
 *
 * @returns a function that stops it
 */
export function scheduleHistoryPruning(store: Store, clock: ClockGuard, days: number): () => void {
  const prune = () => {
    const now = clock.now()?.getTime()
    if (now === undefined) return
    const before = new Date(now - days * dayMilliseconds).toISOString()
    // First, because a crash between the two must not leave a history that looks complete.
    rememberPruning(store, before)
    store.pruneHistory(before, new Date(now + clockTolerance).toISOString())
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
