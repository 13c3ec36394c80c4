import {STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'
import {apiError} from './apiError.ts'

/** Answers a request for an upgrade with an error, and closes the connection. */
export function rejectSocket(socket: Duplex, error: unknown) {
  const {status, body, headers} = apiError(error)
  const text = JSON.stringify(body)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  // Without the end, a client that keeps its side open would keep the connection.
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy())
}
