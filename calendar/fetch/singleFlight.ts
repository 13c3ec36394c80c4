import type {FeedCache} from './feedCache.ts'
import {within} from './within.ts'

/** A download in progress. */
export interface SharedDownload<T> {
  /** The outcome, or undefined if the deadline came first. */
  byDeadline: Promise<T | undefined>
  /** Resolves when the download ends, successfully or not. */
  settled: Promise<void>
}

export interface SingleFlight<T> {
  /** Starts a download, or joins the one in progress. */
  run(cache: FeedCache, key: string, deadline: number, start: () => Promise<T>): SharedDownload<T>
}

/**
 * Shares one download among concurrent callers, so that a feed's server gets one request.
 *
 * The deadline counts from the start of the download. While a server hangs, only its first visitor
 * waits, not everyone who comes later.
 */
export function singleFlight<T>(): SingleFlight<T> {
  const downloadsByCache = new WeakMap<FeedCache, Map<string, SharedDownload<T>>>()
  return {
    run(cache, key, deadline, start) {
      const downloads = downloadsByCache.get(cache) ?? new Map<string, SharedDownload<T>>()
      downloadsByCache.set(cache, downloads)
      const running = downloads.get(key)
      if (running) return running
      const outcome = start().finally(() => downloads.delete(key))
      const download = {byDeadline: within(deadline, outcome), settled: settledOf(outcome)}
      // A caller that returned early awaits neither promise. An unhandled rejection must not end
      // the process.
      download.byDeadline.catch(() => {})
      downloads.set(key, download)
      return download
    },
  }
}

function settledOf(outcome: Promise<unknown>): Promise<void> {
  const nothing = () => {}
  return outcome.then(nothing, nothing)
}
