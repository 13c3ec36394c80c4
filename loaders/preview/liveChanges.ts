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
}

export interface LiveOptions {
  /** Also reports changes of drafts. Needs a token that may read them. Defaults to false. */
  includeDrafts?: boolean
  /** Milliseconds before it reconnects. Defaults to 2,000. */
  retryAfter?: number
}

/**
 * Creates a source of changes. It connects with the first listener and stays connected. After a gap every
 * listener receives `restart`, because changes during the gap are unknown.
 */
export function liveChanges(client: LiveClient, options: LiveOptions = {}): LiveChanges {
  const {includeDrafts = false, retryAfter = 2000} = options
  const listeners = new Set<(message: LiveMessage) => void>()
  const ownName = crypto.randomUUID().slice(0, 8)
  let count = 0
  let started = false
  let connected = false

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
  const reconnect = () => {
    connected = false
    const timer: unknown = setTimeout(connect, retryAfter)
    // A pending timer must not keep a server alive that should exit.
    if (hasUnref(timer)) timer.unref()
  }
  function connect() {
    client.events({includeDrafts, tag: 'live'}).subscribe({
      next: (event) => {
        if (event.type === 'message') notify({type: 'message', tags: event.tags ?? []})
        else if (event.type === 'reconnect' || event.type === 'goaway') connected = false
        else if (event.type === 'welcome' || event.type === 'restart') {
          connected = true
          notify({type: 'restart'})
        }
      },
      error: reconnect,
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
  }
}

function hasUnref(timer: unknown): timer is {unref: () => void} {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
