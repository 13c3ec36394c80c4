import type {IncomingMessage} from 'node:http'
import type {Lake} from '../createLake.ts'
import type {SocketServer} from '../presence/socketServer.ts'
import {errorResponse} from './createApp.ts'

/** The same checks as for HTTP: a page elsewhere may open a WebSocket to any host it likes. */
export function acceptSocket(
  lake: Lake,
  sockets: SocketServer,
  request: IncomingMessage,
  socket: Parameters<SocketServer['upgrade']>[1],
  head: Buffer,
) {
  const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
  const {host = '', origin, authorization} = request.headers
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  if (!lake.isAllowedHost(host) || (origin !== undefined && !lake.isAllowedOrigin(origin))) {
    refuse('403 Forbidden')
    return
  }
  if (!/^\/v[^/]+\/socket\/[^/]+$/.test(path)) {
    refuse('404 Not Found')
    return
  }
  try {
    const visitor = lake.visitor(authorization ?? null)
    if (visitor.role === 'none') refuse('401 Unauthorized')
    else sockets.upgrade(request, socket, head, visitor)
  } catch (error) {
    refuse(`${errorResponse(error).status} Refused`)
  }
}
