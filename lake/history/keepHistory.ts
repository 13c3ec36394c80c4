import type {Clock} from '../clock.ts'
import type {Store} from '../store/store.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Forgets, now and once a day, what is older than so many days.
 *
 * @returns what ends it
 */
export function keepHistory(store: Store, clock: Clock, days: number): () => void {
  const forget = () => {
    store.forgetHistory(new Date(clock.now().getTime() - days * dayMilliseconds).toISOString())
  }
  forget()
  // A disk that is full today may have room tomorrow: what could not be forgotten is tried again.
  const timer = setInterval(() => attempt(forget), dayMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

function attempt(forget: () => void) {
  try {
    forget()
  } catch {
    // Told by the next write, which needs the same disk.
  }
}
