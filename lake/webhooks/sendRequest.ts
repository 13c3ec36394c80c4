import {type IncomingMessage, request as requestHttp} from 'node:http'
import {request as requestHttps} from 'node:https'
import type {LookupFunction} from 'node:net'
import {reasonOf} from '../reasonOf.ts'

/** A request of a webhook. */
export interface WebhookRequest {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** How an attempt ended. */
export type Outcome =
  | {kind: 'answered'; status: number; body: string; retryAfter: string | undefined}
  | {kind: 'timeout'}
  | {kind: 'network'; reason: string}

/** Sends a request. Never rejects. */
export type SendRequest = (request: WebhookRequest, signal: AbortSignal) => Promise<Outcome>

/** The hosted service's limit for a response. */
const timeoutMilliseconds = 30_000

/** The response is for the log. What comes after this is not read. */
const maxBodyBytes = 4_096

interface SenderOptions {
  lookup: LookupFunction
  timeoutMilliseconds?: number
}

/**
 * Returns a function that sends requests with Node's own client, because it passes each address to `lookup`
 * before it connects, and follows no redirect.
 */
export function requestSender({
  lookup,
  timeoutMilliseconds: timeout = timeoutMilliseconds,
}: SenderOptions): SendRequest {
  return ({url, method, headers, body}, signal) => {
    const options = {
      method,
      headers: {...headers, 'content-length': String(Buffer.byteLength(body))},
      lookup,
      // One connection for each request: a receiver that restarts would reset a connection that waits.
      agent: false,
      maxHeaderSize: 16_384,
    } as const
    const {promise, resolve} = Promise.withResolvers<Outcome>()
    const failed = (error: unknown) => settle({kind: 'network', reason: reasonOf(error)})
    const stop = () => failed(signal.reason)
    // It settles the promise itself: a socket that left the client, as after a 101, emits nothing more.
    const timer = setTimeout(() => settle({kind: 'timeout'}), timeout)
    timer.unref()
    const request = newRequest()
    if (!request) return promise
    request.on('response', read)
    // A receiver that switches protocols would keep the connection, and never end the response.
    request.on('upgrade', ({statusCode = 101}, socket) => {
      socket.destroy()
      settle({kind: 'answered', status: statusCode, body: '', retryAfter: undefined})
    })
    request.on('error', failed)
    request.on('close', () => failed(new Error('The connection was closed without a response')))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, {once: true})
    request.end(body)
    return promise

    /** Ends the attempt. Only the first outcome counts. */
    function settle(outcome: Outcome) {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(outcome)
      request?.destroy()
    }

    function newRequest() {
      try {
        return (url.startsWith('https:') ? requestHttps : requestHttp)(url, options)
      } catch (error) {
        clearTimeout(timer)
        resolve({kind: 'network', reason: reasonOf(error)})
        return undefined
      }
    }

    function read(response: IncomingMessage) {
      const chunks: Buffer[] = []
      let size = 0
      const answered = () => {
        const text = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8')
        const {statusCode = 0, headers: received} = response
        settle({
          kind: 'answered',
          status: statusCode,
          body: text,
          retryAfter: received['retry-after'],
        })
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.byteLength
        if (size >= maxBodyBytes) answered()
      })
      response.on('end', answered)
      response.on('error', failed)
    }
  }
}
