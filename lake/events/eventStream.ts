/** An open stream of server-sent events. */
export interface EventStream {
  send(event: ServerSentEvent): void
  /** Closes the stream from the server's side. */
  end(): void
}

export interface ServerSentEvent {
  /** Absent for the default type, `message`. */
  event?: string
  id?: string
  data: unknown
}

/** Proxies and browsers close a connection that stays silent for much longer. */
const heartbeatMilliseconds = 15_000

/**
 * The number of events that may wait for a client. If a client stops reading, the stream closes instead
 * of keeping more events in memory. The client then connects again and catches up, or starts over.
 */
const maxUnread = 1_000

/**
 * Returns a response that stays open and sends events.
 *
 * @param start called once with the stream. The function it returns is called when either side closes it.
 */
export function eventStream(start: (stream: EventStream) => () => void): Response {
  const encoder = new TextEncoder()
  let open = true
  let onClose: (() => void) | undefined
  let heartbeat: NodeJS.Timeout | undefined
  const stop = () => {
    open = false
    clearInterval(heartbeat)
    onClose?.()
    onClose = undefined
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
      // A first byte makes the client receive the response headers immediately.
      write(':\n\n')
      heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds)
      heartbeat.unref()
      onClose = start({send: (event) => write(serialize(event)), end})
      // `start` may have closed the stream before `onClose` was set.
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
