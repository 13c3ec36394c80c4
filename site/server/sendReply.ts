import type {ServerResponse} from 'node:http'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {PlainReply} from 'touchpoints/http'

/** Sends bytes with their headers. */
export function sendReply(response: ServerResponse, {status, headers, body}: PlainReply): void {
  response.writeHead(status, headers)
  response.end(body)
}

/** Sends a text, such as the reason why a request was refused. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(`${text}\n`)
}

/**
 * Sends a web response, as fast as the client reads. A client that leaves cancels the body.
 *
 * Astro's own writer does not wait for the client, so that a slow one fills the memory.
 */
export async function sendResponse(
  response: ServerResponse,
  {status, headers, body}: Response,
): Promise<void> {
  const cookies = headers.getSetCookie()
  response.writeHead(status, {
    ...Object.fromEntries(headers),
    ...(cookies.length > 0 && {'set-cookie': cookies}),
  })
  if (!body) {
    response.end()
    return
  }
  try {
    await pipeline(readableOf(body), response)
  } catch (error) {
    // A body that failed after its start ends this response only, unfinished, so that no cache keeps it.
    response.destroy()
    if (!isLeaving(error)) throw error
  }
}

/** Whether the visitor left before the end. */
function isLeaving(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].some((each) => each === code)
}

/**
 * `Readable.fromWeb` accepts only Node's own type. `Readable.from` cancels after the next chunk, which is
 * 25 s for a quiet stream.
 */
function readableOf(body: ReadableStream<Uint8Array>): Readable {
  const reader = body.getReader()
  return new Readable({
    read() {
      reader.read().then(
        ({done, value}) => this.push(done ? null : value),
        (error) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      )
    },
    destroy(error, callback) {
      reader.cancel(error).catch(() => {})
      callback(error)
    },
  })
}
