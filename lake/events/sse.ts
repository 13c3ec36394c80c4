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
 * Events that a client may leave unread. One that stopped reading is let go, rather than kept in
 * memory for: it connects again and catches up, or starts anew.
 */
const maxUnread = 1_000

/**
 * A response that stays open.
 *
 * @param start is called once with the stream; what it returns is called when either side ends it.
 */
export function eventStream(start: (stream: EventStream) => () => void): Response {
  const encoder = new TextEncoder()
  let open = true
  let ended: (() => void) | undefined
  let heartbeat: NodeJS.Timeout | undefined
  const stop = () => {
    open = false
    clearInterval(heartbeat)
    ended?.()
    ended = undefined
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (!open) return
        stop()
        controller.close()
      }
      const write = (text: string) => {
        if (!open) return
        controller.enqueue(encoder.encode(text))
        if ((controller.desiredSize ?? 0) < -maxUnread) end()
      }
      // A first byte lets the client see the answer's head at once.
      write(':\n\n')
      heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds)
      heartbeat.unref()
      ended = start({send: (event) => write(serialize(event)), end})
      // It may have ended before there was anything to call.
      if (!open) stop()
    },
    cancel: stop,
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
