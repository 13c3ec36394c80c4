/** Server-sent events of one open stream. */
export interface EventStream {
  send(event: ServerSentEvent): void
  /** Ends the stream from this side. */
  end(): void
}

export interface ServerSentEvent {
  /** Absent for the default type, `message`. */
  event?: string
  id?: string
  data: unknown
}

/** Proxies and browsers drop a connection that is silent for longer. */
const heartbeatMilliseconds = 15_000

/**
 * A response that stays open.
 *
 * @param start is called once with the stream; what it returns is called when either side ends it.
 */
export function eventStream(start: (stream: EventStream) => () => void): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text))
      }
      // A first byte lets the client see the answer's head at once.
      write(':\n\n')
      const heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds)
      heartbeat.unref()
      const ended = start({
        send: (event) => write(serialize(event)),
        end() {
          stop()
          controller.close()
        },
      })
      stop = () => {
        if (!open) return
        open = false
        clearInterval(heartbeat)
        ended()
      }
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function serialize({event, id, data}: ServerSentEvent): string {
  const name = event === undefined ? '' : `event: ${event}\n`
  const eventId = id === undefined ? '' : `id: ${id}\n`
  return `${name}${eventId}data: ${JSON.stringify(data)}\n\n`
}
