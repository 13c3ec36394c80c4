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

  /** Ends all streams, after what they have sent. */
  close() {
    for (const stream of this.#open) stream.end()
  }
}
