/** Limits of the thread that reads feeds. Durations are in milliseconds. */
export interface IsolationLimits {
  /**
   * How long the thread may work without a pause, on one feed. Then the thread is ended, and the feed
   * is not read for `quarantine`.
   */
  work: number
  /** How long a caller waits for a result. Then it gets the last result, or one without feeds. */
  wait: number
  /** How long a feed is not read after it ended the thread. Each further time doubles it. */
  quarantine: number
  /** Maximum time without reading a feed. */
  maxQuarantine: number
  /** Memory of the thread, in MB. */
  memory: number
  /** Requests that may wait at a time. A further one gets its result at once, as after `wait`. */
  requests: number
}

/**
 * The default limits.
 *
 * Parsing the largest public feed measured, 6.2 MB, takes 0.9 s, and the process then has 190 MB. The
 * worst feed of 10 MB, the most that is downloaded, takes 2 s and 410 MB.
 */
export const defaultIsolationLimits: Readonly<IsolationLimits> = {
  work: 5000,
  wait: 10_000,
  quarantine: 10 * 60_000,
  maxQuarantine: 24 * 3_600_000,
  memory: 768,
  requests: 64,
}
