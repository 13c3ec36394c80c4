import {checkOptions, flag, wholeNumber, withMethods, type Checks} from '../options/optionChecks.ts'
import {unrefTimer} from './unrefTimer.ts'

/** A live event of a lake: the `tags` of what changed, or `restart` when anything may have changed. */
export type LiveMessage = {type: 'message'; tags: readonly string[]} | {type: 'restart'}

/**
 * The part of a Sanity client that reports changes. `client.live` of @sanity/client fits.
 *
 * With `includeDrafts` the client needs a token that may read drafts.
 */
export interface LiveClient {
  events(options: {includeDrafts?: boolean; tag?: string}): {
    subscribe(observer: {next: (event: LiveEvent) => void; error: (error: unknown) => void}): {
      unsubscribe(): void
    }
  }
}

export interface LiveEvent {
  type: string
  tags?: readonly string[]
}

/** Changes of the content. All listeners share one connection. */
export interface LiveChanges {
  /** Adds a listener. @returns a function that removes it */
  subscribe(listener: (message: LiveMessage) => void): () => void
  /**
   * Returns the position in the stream of changes, `PROCESS.COUNT`. A page that was rendered at another
   * position may have missed a change.
   */
  position(): string
  /** Whether the connection is open. Without it, changes go unnoticed. */
  isConnected(): boolean
  /** Calls a listener each time when the connection is lost. @returns a function that removes it */
  onLost(listener: () => void): () => void
  /** Closes a connection that is open but silent, because the lake hangs, and connects again. */
  reconnect(): void
}

export interface LiveOptions {
  /** Also reports changes of drafts. Needs a token that may read them. Defaults to false. */
  includeDrafts?: boolean
  /** Milliseconds before it reconnects. Defaults to 2,000. */
  retryAfter?: number
  /** Milliseconds until a connection that does not open is given up. Defaults to 10,000. */
  connectTimeout?: number
}

const checks = {
  includeDrafts: flag,
  retryAfter: wholeNumber,
  connectTimeout: wholeNumber,
} as const satisfies Checks<LiveOptions>

const clientMethods = withMethods('`live` of a client of @sanity/client', 'events')

/**
 * Creates a source of changes. It connects with the first listener and stays connected. After a gap every
 * listener receives `restart`, because changes during the gap are unknown.
 *
 * A lake can accept a connection and never answer, so opening it has a deadline. A connection that falls
 * silent looks like one without changes: `monitor` of touchpoints/http checks the lake, and reconnects.
 *
 * @throws ConfigurationError when the client or an option is invalid
 */
export function liveChanges(client: LiveClient, options: LiveOptions = {}): LiveChanges {
  checkOptions('liveChanges', {...options, client}, {...checks, client: clientMethods}, ['client'])
  const {includeDrafts = false, retryAfter = 2000, connectTimeout = 10_000} = options
  const listeners = new Set<(message: LiveMessage) => void>()
  const ownName = crypto.randomUUID().slice(0, 8)
  let count = 0
  let started = false
  let connected = false
  let current: {end: () => void} | undefined
  let retrying: ReturnType<typeof setTimeout> | undefined
  const lossListeners = new Set<() => void>()

  const lost = () => {
    if (!connected) return
    connected = false
    for (const listener of lossListeners) listener()
  }
  const notify = (message: LiveMessage) => {
    count += 1
    for (const listener of listeners) {
      try {
        listener(message)
      } catch {
        // A listener that throws must not keep the others from receiving the message.
        listeners.delete(listener)
      }
    }
  }
  const retry = () => {
    lost()
    retrying = unrefTimer(setTimeout(connect, retryAfter))
  }
  function connect() {
    clearTimeout(retrying)
    let ended = false
    let opening: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      ended = true
      clearTimeout(opening)
      subscription?.unsubscribe()
    }
    const giveUp = () => {
      end()
      retry()
    }
    // The client reconnects by itself, again and again. The deadline is for all of its attempts.
    const awaitOpening = () => {
      if (ended) return
      opening ??= unrefTimer(setTimeout(giveUp, connectTimeout))
    }
    let subscription: {unsubscribe(): void} | undefined
    current = {end}
    awaitOpening()
    subscription = client.events({includeDrafts, tag: 'live'}).subscribe({
      next: (event) => {
        if (event.type === 'message') notify({type: 'message', tags: event.tags ?? []})
        else if (event.type === 'reconnect' || event.type === 'goaway') {
          lost()
          if (event.type === 'reconnect') awaitOpening()
        } else if (event.type === 'welcome' || event.type === 'restart') {
          clearTimeout(opening)
          opening = undefined
          connected = true
          notify({type: 'restart'})
        }
      },
      error: () => {
        if (!ended) giveUp()
      },
    })
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (!started) connect()
      started = true
      return () => void listeners.delete(listener)
    },
    position: () => `${ownName}.${count}`,
    isConnected: () => connected,
    onLost: (listener) => {
      lossListeners.add(listener)
      return () => void lossListeners.delete(listener)
    },
    reconnect: () => {
      if (!started) return
      current?.end()
      lost()
      connect()
    },
  }
}
