import type {AnyFault} from '../faults.ts'
import type {EventStream, EventStreams} from './eventStreams.ts'

/** The event streams of one dataset, which end with it. The limits are those of the lake. */
export class StreamScope {
  readonly #streams: EventStreams
  readonly #open = new Set<EventStream>()

  constructor(streams: EventStreams) {
    this.#streams = streams
  }

  /** The bytes that wait for clients of all datasets. */
  get unreadBytes(): number {
    return this.#streams.unreadBytes
  }

  /** Opens a stream, see `EventStreams.open`. */
  open(start: Parameters<EventStreams['open']>[0]): Response {
    return this.#streams.open((stream) => {
      this.#open.add(stream)
      const stop = start(stream)
      return () => {
        this.#open.delete(stream)
        stop()
      }
    })
  }

  /** Ends all streams, after what they have sent. Their clients get the reason, and do not connect again. */
  close(reason?: AnyFault) {
    for (const stream of this.#open) {
      if (reason) stream.send({event: 'channelError', data: {message: reason.message}})
      stream.end()
    }
  }
}
