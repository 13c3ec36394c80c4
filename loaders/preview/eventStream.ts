import type {LiveChanges} from './liveChanges.ts'

/** Less than proxies usually cut a silent connection after, milliseconds. */
const heartbeat = 25_000

/**
 * What a page may leave unread. One that stopped reading is let go, rather than kept in memory for: it
 * connects again, and is fetched anew.
 */
const maxUnread = 100

/**
 * Changes for a page that is open, as server-sent events: the tags of what changed, and no content. The
 * first event, named `position`, lets a page know whether something was told since it was made.
 *
 * The lake has a writer of its own for the hosted service's events, as it installs without this package.
 * No library serves both: hono/streaming and better-sse never look at what is unread, so a client that
 * stopped reading would fill the memory.
 */
export function eventStream(changes: LiveChanges): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const write = (text: string) => {
        if (!open) return
        controller.enqueue(encoder.encode(text))
        if ((controller.desiredSize ?? 0) >= -maxUnread) return
        stop()
        controller.close()
      }
      const unfollow = changes.follow((message) => write(`data: ${JSON.stringify(message)}\n\n`))
      const timer = setInterval(() => write(': \n\n'), heartbeat)
      stop = () => {
        open = false
        unfollow()
        clearInterval(timer)
      }
      write('retry: 3000\n\n')
      write(`event: position\ndata: ${changes.position()}\n\n`)
    },
    // The visitor left: to write on would throw, and keep the others from hearing.
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {'content-type': 'text/event-stream', 'cache-control': 'private, no-store'},
  })
}
