import {OverloadFault} from '../faults.ts'
import {encodeEvent, eventStreamType, type ServerSentEvent} from './serverSentEvent.ts'
import {SharedBytes} from './sharedBytes.ts'
import type {StreamLimits} from './streamLimits.ts'

/** An open stream of server-sent events. */
export interface EventStream {
  /** Sends an event, or the bytes of one, which streams can share. */
  send(event: ServerSentEvent | Uint8Array): void
  /** Closes the stream from the server's side. */
  end(): void
}

type Limits = Pick<StreamLimits, 'listeners' | 'unreadBytes' | 'totalUnreadBytes'>

/** What the streams know of each other. */
interface Member {
  unreadBytes: number
  /** The last turn of the event loop in which the stream got an event. */
  turn: number
  /** Closes the connection, and frees what waits for it. */
  abort(): void
}

/** Proxies and browsers close a connection that stays silent for much longer. */
const heartbeatMilliseconds = 15_000
const heartbeat = Buffer.from(':\n\n')

/**
 * The open event streams of a lake.
 *
 * A client that stops reading would keep every event in memory. Its connection is closed when too many bytes
 * wait for it. The client then connects again and catches up, or starts over.
 */
export class EventStreams {
  readonly #limits: Limits
  readonly #members = new Set<Member>()
  readonly #unread = new SharedBytes()
  #turn = 0
  #turnEnds = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** The bytes that wait for clients. Bytes that streams share count once. */
  get unreadBytes(): number {
    return this.#unread.total
  }

  /**
   * Returns a response that stays open and sends events.
   *
   * @param start called once with the stream. The function it returns is called when either side closes it.
   * @throws OverloadFault if too many streams are open
   */
  open(start: (stream: EventStream) => () => void): Response {
    const {listeners} = this.#limits
    if (this.#members.size >= listeners) {
      throw new OverloadFault(`The lake has ${listeners} open listeners. Try again later.`, 30)
    }
    return new Response(this.#body(start), {
      headers: {
        'content-type': `${eventStreamType}; charset=utf-8`,
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  }

  #body(start: (stream: EventStream) => () => void): ReadableStream<Uint8Array> {
    // Bytes wait here, where they are counted. The first ones are on their way, and count until the client
    // wants more.
    const unread: Uint8Array[] = []
    let onTheWay = 0
    let wantsMore = false
    let open = true
    let timer: NodeJS.Timeout | undefined
    let onClose: (() => void) | undefined
    const member: Member = {unreadBytes: 0, turn: -1, abort: () => {}}

    const free = (count: number) => {
      for (const bytes of unread.splice(0, count)) {
        member.unreadBytes -= bytes.byteLength
        this.#unread.remove(bytes)
      }
    }
    const close = () => {
      open = false
      clearInterval(timer)
      onClose?.()
      onClose = undefined
    }
    const leave = () => {
      close()
      free(unread.length)
      this.#members.delete(member)
    }
    const flow = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      if (!wantsMore) return
      const bytes = unread[onTheWay]
      if (bytes) {
        wantsMore = false
        onTheWay++
        controller.enqueue(bytes)
      } else if (!open) {
        leave()
        controller.close()
      }
    }
    const write = (bytes: Uint8Array, controller: ReadableStreamDefaultController<Uint8Array>) => {
      if (!open || this.#isStalled(member)) return
      unread.push(bytes)
      member.unreadBytes += bytes.byteLength
      this.#unread.add(bytes)
      flow(controller)
      this.#limitTotal()
    }
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#members.add(member)
          member.abort = () => {
            leave()
            controller.error(stalledError())
          }
          // A first byte makes the client receive the response headers immediately.
          write(heartbeat, controller)
          timer = setInterval(() => write(heartbeat, controller), heartbeatMilliseconds)
          timer.unref()
          try {
            onClose = start({
              send: (event) =>
                write(event instanceof Uint8Array ? event : encodeEvent(event), controller),
              end: () => {
                if (!open) return
                close()
                flow(controller)
              },
            })
          } catch (error) {
            leave()
            throw error
          }
          // `start` may have closed the stream before `onClose` was set.
          if (!open) close()
        },
        pull: (controller) => {
          free(onTheWay)
          onTheWay = 0
          wantsMore = true
          flow(controller)
        },
        cancel: leave,
      },
      // By default, a stream takes one event before its client reads.
      {highWaterMark: 0},
    )
  }

  /**
   * Returns whether a stream has been closed, because too much waits for it. A transaction with many
   * documents is one turn of the event loop, in which no client can read. So it does not count until later.
   */
  #isStalled(member: Member): boolean {
    if (member.turn === this.#turn) return false
    member.turn = this.#turn
    this.#endTurn()
    if (member.unreadBytes <= this.#limits.unreadBytes) return false
    member.abort()
    return true
  }

  #endTurn() {
    if (this.#turnEnds) return
    this.#turnEnds = true
    setImmediate(() => {
      this.#turnEnds = false
      this.#turn++
    })
  }

  #limitTotal() {
    while (this.#unread.total > this.#limits.totalUnreadBytes) {
      const [slowest] = [...this.#members].toSorted((a, b) => b.unreadBytes - a.unreadBytes)
      if (!slowest) return
      slowest.abort()
    }
  }
}

/** The server logs it. A stack would be about the write, and not about the client. */
function stalledError(): Error {
  const error = new Error('A listener was closed, because it did not read its events.')
  delete error.stack
  return error
}
