/** What a lake's live events say: `tags` of what changed, or that anything may have. */
export type LiveMessage = {type: 'message'; tags: readonly string[]} | {type: 'restart'}

/**
 * The part of a Sanity client that tells of changes; `client.live` of @sanity/client fits.
 *
 * With `includeDrafts` the client needs a token that may read them.
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

/** Changes as they come, from one connection however many listen. */
export interface LiveChanges {
  /** @returns ends the listening */
  follow(listener: (message: LiveMessage) => void): () => void
  /**
   * Stands for all that has been told so far, `PROCESS.COUNT`: a page that was made at another one may
   * have missed something.
   */
  position(): string
  /** Whether the connection stands: without it nobody knows what has changed. */
  isConnected(): boolean
}

export interface LiveOptions {
  includeDrafts?: boolean
  /** How long to wait before connecting anew, milliseconds. Default: 2,000. */
  retryAfter?: number
}

/**
 * Connects at the first listener and stays connected. After a gap every listener is told `restart`:
 * what happened meanwhile is not known.
 */
export function liveChanges(client: LiveClient, options: LiveOptions = {}): LiveChanges {
  const {includeDrafts = false, retryAfter = 2000} = options
  const listeners = new Set<(message: LiveMessage) => void>()
  const ownName = crypto.randomUUID().slice(0, 8)
  let told = 0
  let begun = false
  let connected = false

  const tell = (message: LiveMessage) => {
    told += 1
    for (const listener of listeners) {
      try {
        listener(message)
      } catch {
        // Whoever cannot be told must not keep the others from hearing.
        listeners.delete(listener)
      }
    }
  }
  const lost = () => {
    connected = false
    const timer: unknown = setTimeout(connect, retryAfter)
    // A waiting timer must not keep a server alive that is to end.
    if (hasUnref(timer)) timer.unref()
  }
  function connect() {
    client.events({includeDrafts, tag: 'live'}).subscribe({
      next: (event) => {
        if (event.type === 'message') tell({type: 'message', tags: event.tags ?? []})
        else if (event.type === 'reconnect' || event.type === 'goaway') connected = false
        else if (event.type === 'welcome' || event.type === 'restart') {
          connected = true
          tell({type: 'restart'})
        }
      },
      error: lost,
    })
  }
  return {
    follow: (listener) => {
      listeners.add(listener)
      if (!begun) connect()
      begun = true
      return () => void listeners.delete(listener)
    },
    position: () => `${ownName}.${told}`,
    isConnected: () => connected,
  }
}

function hasUnref(timer: unknown): timer is {unref: () => void} {
  return typeof timer === 'object' && timer !== null && 'unref' in timer
}
