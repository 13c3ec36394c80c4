import type {FeedCache} from './feedCache.ts'
import {longestTimer} from './fetchLimits.ts'

/** A feed being read. */
export interface Reading<T> {
  /** What it came to, or undefined when the deadline came first. */
  byDeadline: Promise<T | undefined>
  /** Resolves when it is over, however. */
  settled: Promise<void>
}

export interface Readings<T> {
  /** Starts a reading, or joins the one under way. */
  read(cache: FeedCache, key: string, deadline: number, start: () => Promise<T>): Reading<T>
}

/**
 * Two visitors at once ask a feed's server once. The deadline counts from the reading's start: while a
 * server hangs, only its first visitor waits, and not everyone who comes meanwhile.
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
      // Whoever was answered at once awaits neither; that must not end the process.
      reading.byDeadline.catch(() => {})
      readings.set(key, reading)
      return reading
    },
  }
}

async function within<T>(deadline: number, outcome: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.min(deadline, longestTimer), undefined)
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
