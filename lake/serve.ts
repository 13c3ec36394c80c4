import {createAdaptorServer} from '@hono/node-server'
import type {IncomingMessage} from 'node:http'
import type {Lake} from './createLake.ts'
import {LakeError, PortInUseError} from './errors.ts'
import {acceptSocket} from './http/acceptSocket.ts'
import {isLoopbackHost} from './http/guard.ts'
import {socketServer} from './presence/socketServer.ts'

export interface ServeOptions {
  /** 0 takes any that is free. */
  port: number
  /** Loopback by default. Anything else needs a lake with tokens. */
  host?: string
}

export interface RunningLake {
  /** `http://localhost:<port>`: what a client takes as its `apiHost`. */
  url: string
  port: number
  /** Ends open streams and stops listening. The lake itself stays open. */
  close(): Promise<void>
}

/**
 * Listens for HTTP and WebSocket clients.
 *
 * @throws PortInUseError, or LakeError `tokens-required` when strangers could reach an open lake.
 */
export async function serve(
  lake: Lake,
  {port, host = '127.0.0.1'}: ServeOptions,
): Promise<RunningLake> {
  if (!isLoopbackHost(host) && !lake.hasTokens) {
    throw new LakeError(
      'tokens-required',
      `The lake would be open to everyone who reaches ${host}: it has no tokens. ` +
        `Give it tokens, or let it listen on 127.0.0.1.`,
    )
  }
  const server = createAdaptorServer({
    fetch: (request) => lake.fetch(request),
    // An embedded server leaves its host's Request and Response as they are.
    overrideGlobalObjects: false,
  })
  const sockets = socketServer()
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    acceptSocket(lake, sockets, request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port, {cause: error}) : error)
    })
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const url = `http://localhost:${bound}`
  lake.servedAt(url)
  return {
    url,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        sockets.close()
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
