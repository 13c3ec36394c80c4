import type {Clock} from '../clock.ts'
import type {ClockGuard} from '../clockGuard.ts'

/** A timer does not notice that the clock was set, so the clock is read again after a minute. */
const recheckMilliseconds = 60_000

/** Work that becomes due at a time. */
export interface DueJob {
  /** Milliseconds since 1970. */
  at: number
  run: () => void
}

export interface DueTimer {
  /** Call it when the jobs have changed. */
  reschedule: () => void
  stop: () => void
}

export interface DueTimerOptions {
  clock: Clock
  guard: Pick<ClockGuard, 'now'>
  /** Returns the jobs, the first one first. */
  jobs: () => readonly DueJob[]
}

/**
 * Runs each job at its time. Jobs that became due while the lake was stopped run when it starts. No job runs
 * while the clock is implausible.
 */
export function startDueTimer({clock, guard, jobs}: DueTimerOptions): DueTimer {
  let timer: NodeJS.Timeout | undefined
  const reschedule = () => {
    clearTimeout(timer)
    const [next] = jobs()
    if (!next) return
    const delay = next.at - clock.now().getTime()
    recheckIn(Math.min(Math.max(delay, 0), recheckMilliseconds))
  }
  const recheckIn = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(runDue, delay)
    timer.unref()
  }
  const runDue = () => {
    const now = guard.now()?.getTime()
    if (now === undefined) {
      recheckIn(recheckMilliseconds)
      return
    }
    try {
      for (const {at, run} of jobs()) if (at <= now) run()
      reschedule()
    } catch {
      // Nothing can be stored, for example on a full disk. An error in a timer would end the process.
      recheckIn(recheckMilliseconds)
    }
  }
  reschedule()
  return {reschedule, stop: () => clearTimeout(timer)}
}
