import type {FeedCache} from './feedCache.ts'
import {maxTimerDelay} from './fetchLimits.ts'

/** A download in progress. */
export interface Reading<T> {
  /** The outcome, or undefined if the deadline came first. */
  byDeadline: Promise<T | undefined>
  /** Resolves when the download ends, successfully or not. */
  settled: Promise<void>
}

export interface Readings<T> {
  /** Starts a download, or joins the one in progress. */
  read(cache: FeedCache, key: string, deadline: number, start: () => Promise<T>): Reading<T>
}

/**
 * Shares one download among concurrent callers, so that a feed's server gets one request.
 *
 * The deadline counts from the start of the download. While a server hangs, only its first visitor
 * waits, not everyone who comes later.
 */
export function singleFlight<T>(): Readings<T> {
  const underWay = new WeakMap<FeedCache, Map<string, Reading<T>>>()
  return {
    read(cache, key, deadline, start) {
      const readings = underWay.get(cache) ?? new Map<string, Reading<T>>()
      underWay.set(cache, readings)
      const running = readings.get(key)
      if (running) return running
      const outcome = start().finally(() => readings.delete(key))
      const reading = {byDeadline: within(deadline, outcome), settled: settledOf(outcome)}
      // A caller that returned early awaits neither promise. An unhandled rejection must not end
      // the process.
      reading.byDeadline.catch(() => {})
      readings.set(key, reading)
      return reading
    },
  }
}

async function within<T>(deadline: number, outcome: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.min(deadline, maxTimerDelay), undefined)
  })
  try {
    return await Promise.race([outcome, late])
  } finally {
    clearTimeout(timer)
  }
}

function settledOf(outcome: Promise<unknown>): Promise<void> {
  const nothing = () => {}
  return outcome.then(nothing, nothing)
}
