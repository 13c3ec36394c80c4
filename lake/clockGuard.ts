import {type Clock, clockTolerance} from './clock.ts'
import {parseInstant} from './instant.ts'
import type {Store} from './store/store.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000
/** Longer than a summer break. A lake that was off for longer needs a confirmation of its clock. */
const maxAbsenceDays = 92
/** Time zones and a start around midnight: the date of a person differs from UTC's by up to a day. */
const confirmationDays = 2
/**
 * The year of this software. A machine without a battery starts in 1970 or 2000, until it has reached a time
 * server. What it stored then does not make the right time implausible.
 */
const earliestTime = Date.UTC(2026, 0, 1)
/** The name of the stored value. The names of people's settings start with their id. */
const storedName = 'lake/lastSeenTime'

interface ClockGuardOptions {
  store: Pick<Store, 'value' | 'setValue' | 'lastTimestamp'>
  clock: Clock
  /** The date of today, from a person (ISO 8601). */
  confirmedDate?: string | undefined
  /** Called once when the clock is implausible, with what to do. */
  warn: (message: string) => void
}

/**
 * Decides whether the machine's clock is plausible. What cannot be undone asks first: deleting old history,
 * and publishing scheduled releases. A clock that is years ahead would delete everything.
 *
 * The lake stores the time while it runs. A clock that is more than 92 days ahead of it is implausible until
 * a person confirms the date. A clock that is behind does no harm: it makes history younger.
 */
export class ClockGuard {
  readonly #options: ClockGuardOptions
  #lastSeen: number
  #warned = false

  constructor(options: ClockGuardOptions) {
    const {store, clock, confirmedDate} = options
    this.#options = options
    const now = clock.now().getTime()
    const stored = parseInstant(store.value(storedName))
    const written = parseInstant(store.lastTimestamp())
    const lastSeen = [
      stored,
      // A file of an older version can end with a write from the future.
      written !== undefined && written <= now + clockTolerance ? written : undefined,
    ].find((time) => time !== undefined && time >= earliestTime)
    const confirmed = parseInstant(confirmedDate)
    const isConfirmed =
      confirmed !== undefined && Math.abs(now - confirmed) <= confirmationDays * dayMilliseconds
    this.#lastSeen = isConfirmed ? now : (lastSeen ?? now)
    if (isConfirmed) this.#store(now)
  }

  /** Returns the current time. Undefined, after a warning, if it is implausible. */
  now(): Date | undefined {
    const date = this.#options.clock.now()
    const now = date.getTime()
    const aheadDays = (now - this.#lastSeen) / dayMilliseconds
    if (aheadDays > maxAbsenceDays) {
      this.#warn(date, Math.floor(aheadDays))
      return undefined
    }
    this.#warned = false
    if (aheadDays >= 0) {
      this.#lastSeen = now
      const stored = parseInstant(this.#options.store.value(storedName)) ?? 0
      if (now - stored >= dayMilliseconds) this.#store(now)
    }
    return date
  }

  #store(now: number) {
    try {
      this.#options.store.setValue(storedName, new Date(now).toISOString())
    } catch {
      // The next write needs the same disk, and reports the error.
    }
  }

  #warn(date: Date, days: number) {
    if (this.#warned) return
    this.#warned = true
    const today = date.toISOString().slice(0, 10)
    const lastSeen = new Date(this.#lastSeen).toISOString().slice(0, 10)
    this.#options.warn(
      `The clock says ${today}, ${days} days after the lake last ran (${lastSeen}). ` +
        `The lake deletes no history and publishes no scheduled release until that is certain. ` +
        `Set the clock and restart. If the date is right, confirm it: TOUCHPOINTS_CONFIRM_DATE=${today}, ` +
        `or createLake({confirmedDate: '${today}'}).`,
    )
  }
}

/** Keeps the stored time recent while the lake runs. @returns a function that stops it */
export function watchClock(clock: ClockGuard): () => void {
  clock.now()
  const timer = setInterval(() => clock.now(), dayMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
