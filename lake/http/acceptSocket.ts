import type {IncomingMessage} from 'node:http'
import type {Lake} from '../createLake.ts'
import type {SocketServer} from '../presence/socketServer.ts'
import {errorResponse} from './createApp.ts'

/** Accepts a WebSocket after the same checks as for HTTP, because any web page can open one to any host. */
export function acceptSocket(
  lake: Lake,
  sockets: SocketServer,
  request: IncomingMessage,
  socket: Parameters<SocketServer['upgrade']>[1],
  head: Buffer,
) {
  const reject = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
  const {host = '', origin, authorization} = request.headers
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  if (!lake.isAllowedHost(host) || (origin !== undefined && !lake.isAllowedOrigin(origin))) {
    reject('403 Forbidden')
    return
  }
  if (!/^\/v[^/]+\/socket\/[^/]+$/.test(path)) {
    reject('404 Not Found')
    return
  }
  try {
    const visitor = lake.authenticate(authorization ?? null)
    if (visitor.role === 'none') reject('401 Unauthorized')
    else sockets.upgrade(request, socket, head, visitor)
  } catch (error) {
    reject(`${errorResponse(error).status} Rejected`)
  }
}
