import {request as requestHttp} from 'node:http'
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
  return async ({url, method, headers, body}, signal) => {
    const timer = AbortSignal.timeout(timeout)
    const options = {
      method,
      headers: {...headers, 'content-length': String(Buffer.byteLength(body))},
      lookup,
      signal: AbortSignal.any([timer, signal]),
      // One connection for each request: a receiver that restarts would reset a connection that waits.
      agent: false,
      maxHeaderSize: 16_384,
    } as const
    return new Promise((resolve) => {
      const failed = (error: unknown) =>
        resolve(timer.aborted ? {kind: 'timeout'} : {kind: 'network', reason: reasonOf(error)})
      const send = url.startsWith('https:') ? requestHttps : requestHttp
      const request = send(url, options, (response) => {
        const chunks: Buffer[] = []
        let size = 0
        const answered = () => {
          const text = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8')
          const {statusCode = 0, headers: received} = response
          const retryAfter = received['retry-after']
          resolve({kind: 'answered', status: statusCode, body: text, retryAfter})
          response.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.byteLength
          if (size >= maxBodyBytes) answered()
        })
        response.on('end', answered)
        response.on('error', failed)
      })
      request.on('error', failed)
      request.end(body)
    })
  }
}
