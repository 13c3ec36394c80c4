import {readEvents, type ReadEvents} from './readEvents.ts'

/** The browser functions that an element uses. Tests pass their own. */
export interface ElementEnvironment {
  fetch(url: string, init: {signal: AbortSignal}): Promise<Response>
  /** Returns milliseconds since the epoch. */
  now(): number
}

export type LiveState =
  | {kind: 'waiting'}
  | {kind: 'ready'; read: ReadEvents}
  | {kind: 'failed'; cause: 'connection' | 'content'}

export interface LiveEvents {
  state(): LiveState
  /** Starts, or restarts with another URL. Without a URL it waits; with the same one it continues. */
  start(src: string | undefined): void
  /** Schedules a call of `onChange`, in milliseconds since the epoch. */
  wakeAt(time: number): void
  stop(): void
}

const minute = 60_000
/** Refreshes even if no change is due: an editor may have changed something. */
const refreshInterval = 5 * minute
/** A browser timer is limited to 31 bits of milliseconds. A page rarely stays open for a day. */
const maxDelay = 24 * 60 * minute

/**
 * Keeps `events.json` fresh. It fetches the document every five minutes while the page is visible, and
 * when the page becomes visible again, because timers stop while a laptop sleeps. If a refresh fails,
 * the last copy stays.
 *
 * @param warn - receives what the author of the page can correct
 */
export function liveEvents(
  environment: ElementEnvironment,
  onChange: () => void,
  warn: (text: string) => void,
): LiveEvents {
  let state: LiveState = {kind: 'waiting'}
  let url = ''
  let running = false
  let request: AbortController | undefined
  let readAt = 0
  let wakeTimer: ReturnType<typeof setTimeout> | undefined
  let readTimer: ReturnType<typeof setTimeout> | undefined

  async function read() {
    request?.abort()
    const controller = new AbortController()
    request = controller
    readAt = environment.now()
    clearTimeout(readTimer)
    readTimer = setTimeout(readIfVisible, refreshInterval)
    let cause: 'connection' | 'content' = 'connection'
    try {
      const response = await environment.fetch(url, {signal: controller.signal})
      cause = 'content'
      if (!response.ok) throw new Error(`HTTP status ${response.status}. Check "src".`)
      state = {kind: 'ready', read: readEvents(await readJson(response))}
    } catch (error) {
      if (controller.signal.aborted) return
      const hint =
        cause === 'connection' ? ' Another site must send Access-Control-Allow-Origin.' : ''
      warn(
        `Could not load ${url}. ${error instanceof Error ? error.message : String(error)}${hint}`,
      )
      if (state.kind === 'ready') return
      state = {kind: 'failed', cause}
    }
    if (!controller.signal.aborted) onChange()
  }

  function readIfVisible() {
    if (document.visibilityState === 'visible') void read()
  }

  function onVisible() {
    if (document.visibilityState !== 'visible') return
    onChange()
    if (environment.now() - readAt > minute) void read()
  }

  function stop() {
    running = false
    request?.abort()
    clearTimeout(wakeTimer)
    clearTimeout(readTimer)
    document.removeEventListener('visibilitychange', onVisible)
  }

  return {
    state: () => state,
    start(src) {
      // The browser reports an element's attributes and then connects it: start only once.
      if (running && src === url) return
      stop()
      if (src !== url) state = {kind: 'waiting'}
      if (!src) return
      running = true
      url = src
      document.addEventListener('visibilitychange', onVisible)
      void read()
    },
    wakeAt(time) {
      clearTimeout(wakeTimer)
      const delay = Math.min(Math.max(time - environment.now(), 250), maxDelay)
      wakeTimer = setTimeout(onChange, delay)
    },
    stop,
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('The response is not JSON. Check "src".')
  }
}
