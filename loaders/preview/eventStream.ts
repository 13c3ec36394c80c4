import type {LiveChanges} from './liveChanges.ts'

/** Milliseconds, less than the idle time after which proxies usually close a connection. */
const heartbeat = 25_000

/**
 * Messages that a page may leave unread. A page that stops reading is disconnected, so that its messages
 * don't fill the memory. It reconnects and reloads its content.
 */
const maxUnread = 100

/**
 * Returns a response that streams changes to an open page, as server-sent events. They contain the tags
 * of what changed, and no content. The first event, `position`, shows a page whether it missed a change
 * since it was rendered. The id of every further event is the position after it, so that a page can check
 * that what it loads next contains the change.
 *
 * The lake has its own writer for the events of the hosted service, because it installs without this
 * package. No library fits either: hono/streaming and better-sse don't limit unread data, so a client that
 * stops reading would fill the memory.
 */
export function eventStream(changes: Pick<LiveChanges, 'subscribe' | 'position'>): Response {
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
      const unsubscribe = changes.subscribe((message) =>
        write(`id: ${changes.position()}\ndata: ${JSON.stringify(message)}\n\n`),
      )
      const timer = setInterval(() => write(': \n\n'), heartbeat)
      stop = () => {
        open = false
        unsubscribe()
        clearInterval(timer)
      }
      write('retry: 3000\n\n')
      write(`event: position\ndata: ${changes.position()}\n\n`)
    },
    // The visitor left. Another write would throw and keep the other pages from receiving it.
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {'content-type': 'text/event-stream', 'cache-control': 'private, no-store'},
  })
}
