import {createServer} from 'node:http'
import {getRequestListener} from '@hono/node-server'

/** Serves a request handler on a free port of this machine. */
export async function pageServer(handler: (request: Request) => Response | Promise<Response>) {
  const listen = getRequestListener(handler, {overrideGlobalObjects: false})
  const server = createServer((incoming, outgoing) => void listen(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
