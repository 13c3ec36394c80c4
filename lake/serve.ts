import type {Socket} from 'node:net'
import type {Lake} from './createLake.ts'
import {LakeError, PortInUseError} from './errors.ts'
import {acceptSocket} from './http/acceptSocket.ts'
import {type Certificate, createNodeServer} from './http/createNodeServer.ts'
import {isLoopbackHost} from './http/guard.ts'
import {defaultServerLimits, type ServerLimits} from './http/serverLimits.ts'
import {socketServer} from './presence/socketServer.ts'

/** Options of `serve`. */
export interface ServeOptions {
  /** The port. 0 chooses a free one. */
  port: number
  /** The address to listen on. Defaults to 127.0.0.1. Any other address requires a lake with tokens. */
  host?: string
  /** Serves `https` and HTTP/2 with this certificate, instead of `http`. */
  tls?: Certificate
  /** What clients may hold open. docs/operations.md lists the defaults. */
  limits?: Partial<ServerLimits>
}

/** A lake that listens for clients. */
export interface RunningLake {
  /** `http://localhost:<port>`, the `apiHost` for a client. `https:` with a certificate. */
  url: string
  port: number
  /** Stops listening and closes all connections, without waiting for clients. The lake itself stays open. */
  close(): Promise<void>
}

/**
 * Serves a lake to HTTP and WebSocket clients.
 *
 * @example
 * const server = await serve(lake, {port: 3900})
 * server.url // 'http://localhost:3900'
 * await server.close()
 *
 * @throws PortInUseError if another program uses the port
 * @throws LakeError `tokens-required` if other machines could reach a lake without tokens
 */
export async function serve(
  lake: Lake,
  {port, host = '127.0.0.1', ...options}: ServeOptions,
): Promise<RunningLake> {
  if (!isLoopbackHost(host) && !lake.hasTokens) {
    throw new LakeError(
      'tokens-required',
      `Could not serve the lake on ${host}: it has no tokens, so anyone could change it. ` +
        `Pass tokens to createLake, or use the host 127.0.0.1.`,
    )
  }
  const limits = {...defaultServerLimits, ...options.limits}
  const server = createNodeServer(lake, limits, options.tls)
  server.maxConnections = limits.connections
  server.setTimeout(limits.idleMilliseconds)
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  const sockets = socketServer(limits, (authorization) => lake.authenticate(authorization))
  server.on('upgrade', (request, socket, head) => {
    acceptSocket(lake, sockets, request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    // Stays after the start: an accepted connection can fail too, for example without free file
    // descriptors. Its client sees it closed.
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port, {cause: error}) : error)
    })
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const url = `${options.tls ? 'https' : 'http'}://localhost:${bound}`
  lake.setAddress(url)
  return {
    url,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        sockets.close()
        server.close((error) => (error ? reject(error) : resolve()))
        for (const socket of connections) socket.destroy()
      }),
  }
}
