import type {LiveChanges} from './liveChanges.ts'

/** Less than proxies usually cut a silent connection after, milliseconds. */
const heartbeat = 25_000

/** Changes for a page that is open, as server-sent events: the tags of what changed, and no content. */
export function eventStream(changes: LiveChanges): Response {
  let stop = () => {}
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      send('retry: 3000\n\n')
      const unfollow = changes.follow((message) => send(`data: ${JSON.stringify(message)}\n\n`))
      const timer = setInterval(() => send(': \n\n'), heartbeat)
      stop = () => {
        unfollow()
        clearInterval(timer)
      }
    },
    // The visitor left: to write on would throw where nobody catches it.
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {'content-type': 'text/event-stream', 'cache-control': 'private, no-store'},
  })
}
