import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import type {Lake} from '../createLake.ts'
import type {SocketServer} from '../presence/socketServer.ts'
import {requestError} from './apiError.ts'
import {assertAllowed} from './guard.ts'
import {rejectSocket} from './rejectSocket.ts'
import {parseTarget} from './requestTarget.ts'
import type {Visitor} from './visitor.ts'

/**
 * Accepts a WebSocket after the same checks as for HTTP, because any web page can open one to any host.
 *
 * Never throws: an error in a listener of the server would end the process.
 */
export function acceptSocket(
  lake: Lake,
  sockets: SocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  // Before anything else: Node stops listening to a socket that it hands over, and the reset of a client
  // would end the process.
  socket.on('error', () => socket.destroy())
  try {
    sockets.upgrade(request, socket, head, admit(lake, request))
  } catch (error) {
    rejectSocket(socket, error)
  }
}

/** @throws ApiError if the request may not open a socket */
function admit(lake: Lake, {url = '', headers}: IncomingMessage): Visitor {
  const target = parseTarget(url)
  const {host = '', origin, authorization} = headers
  const hosts = url.startsWith('/') ? [host] : [host, target.host]
  assertAllowed({hosts, ...(origin !== undefined && {origin})}, lake)
  const [, dataset] = /^\/v[^/]+\/socket\/([^/]+)$/.exec(target.pathname) ?? []
  if (dataset !== lake.dataset) {
    throw requestError(404, `Not found: the lake has one socket, /v1/socket/${lake.dataset}.`)
  }
  return lake.authenticate(authorization ?? null)
}
