import {readEvents, type ReadEvents} from './readEvents.ts'

/** What an element takes from the browser; tests hand in their own. */
export interface Surroundings {
  fetch(url: string, init: {signal: AbortSignal}): Promise<Response>
  /** Milliseconds of the epoch. */
  now(): number
}

export type LiveState =
  | {kind: 'waiting'}
  | {kind: 'ready'; read: ReadEvents}
  | {kind: 'failed'; reason: string}

export interface LiveEvents {
  state(): LiveState
  /** Begins, or begins anew with another address; without one it waits. With the same one it goes on. */
  start(src: string | undefined): void
  /** Asks for a call of `onChange` at that moment, milliseconds of the epoch. */
  wakeAt(moment: number): void
  stop(): void
}

const minute = 60_000
/** However far the next change is: an editor may have changed something in the meantime. */
const oftenest = 5 * minute
/** A timer of a browser holds 31 bits of milliseconds; a page rarely stays open for a day. */
const longest = 24 * 60 * minute

/**
 * Keeps `events.json` fresh: it is read anew every five minutes while the page is seen, and when the
 * page comes back into view, for timers sleep with a laptop. A copy that cannot be read anew stays.
 */
export function liveEvents(surroundings: Surroundings, onChange: () => void): LiveEvents {
  let state: LiveState = {kind: 'waiting'}
  let address = ''
  let running = false
  let reading: AbortController | undefined
  let readAt = 0
  let wakeTimer: ReturnType<typeof setTimeout> | undefined
  let readTimer: ReturnType<typeof setTimeout> | undefined

  async function read() {
    reading?.abort()
    const controller = new AbortController()
    reading = controller
    readAt = surroundings.now()
    clearTimeout(readTimer)
    readTimer = setTimeout(readWhenSeen, oftenest)
    try {
      const response = await surroundings.fetch(address, {signal: controller.signal})
      if (!response.ok) throw new Error(`${address} answers ${response.status}.`)
      state = {kind: 'ready', read: readEvents(await response.json())}
    } catch (error) {
      if (controller.signal.aborted) return
      if (state.kind === 'ready') return
      state = {kind: 'failed', reason: error instanceof Error ? error.message : String(error)}
    }
    if (!controller.signal.aborted) onChange()
  }

  function readWhenSeen() {
    if (document.visibilityState === 'visible') void read()
  }

  function onVisible() {
    if (document.visibilityState !== 'visible') return
    onChange()
    if (surroundings.now() - readAt > minute) void read()
  }

  function stop() {
    running = false
    reading?.abort()
    clearTimeout(wakeTimer)
    clearTimeout(readTimer)
    document.removeEventListener('visibilitychange', onVisible)
  }

  return {
    state: () => state,
    start(src) {
      // A parsed element is told of its attributes and then connected: that is one start and not two.
      if (running && src === address) return
      stop()
      if (src !== address) state = {kind: 'waiting'}
      if (!src) return
      running = true
      address = src
      document.addEventListener('visibilitychange', onVisible)
      void read()
    },
    wakeAt(moment) {
      clearTimeout(wakeTimer)
      const delay = Math.min(Math.max(moment - surroundings.now(), 250), longest)
      wakeTimer = setTimeout(onChange, delay)
    },
    stop,
  }
}
