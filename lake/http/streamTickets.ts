import {randomBytes} from 'node:crypto'

/** A request for an event stream that was allowed, and waits for the browser at another host name. */
export interface StreamTicket {
  url: string
  /** The headers of the first request, with its token and `Last-Event-ID`. */
  headers: Headers
  /** The origin of the page. */
  origin: string
  /** The host name with the port at which the ticket is valid. */
  host: string
}

interface Options {
  /** Tickets that can wait at the same time. */
  limit: number
  lifetimeMilliseconds: number
  /** Monotonic time in milliseconds. */
  now: () => number
}

/** A browser follows a redirect at once. A busy machine can delay it. */
const defaults = {
  limit: 200,
  lifetimeMilliseconds: 30_000,
  now: () => performance.now(),
} as const satisfies Options

/**
 * One-time tickets for event streams.
 *
 * A ticket is a random id of 128 bits. It is in memory only, expires soon, and is valid once.
 */
export class StreamTickets {
  readonly #options: Options
  readonly #waiting = new Map<string, {ticket: StreamTicket; expires: number}>()

  constructor(options: Partial<Options> = {}) {
    this.#options = {...defaults, ...options}
  }

  /** Returns the id of a new ticket. Undefined if too many wait. */
  issue(ticket: StreamTicket): string | undefined {
    const {limit, lifetimeMilliseconds, now} = this.#options
    this.#removeExpired()
    if (this.#waiting.size >= limit) return undefined
    const id = randomBytes(16).toString('base64url')
    this.#waiting.set(id, {ticket, expires: now() + lifetimeMilliseconds})
    return id
  }

  /** Returns a valid ticket without using it, as a preflight needs. */
  find(id: string): StreamTicket | undefined {
    this.#removeExpired()
    return this.#waiting.get(id)?.ticket
  }

  /** Makes a ticket invalid. */
  use(id: string) {
    this.#waiting.delete(id)
  }

  #removeExpired() {
    const now = this.#options.now()
    for (const [id, {expires}] of this.#waiting) {
      if (expires > now) return
      this.#waiting.delete(id)
    }
  }
}
