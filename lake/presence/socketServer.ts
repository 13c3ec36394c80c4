import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer} from 'ws'
import type {Visitor} from '../http/visitor.ts'
import {Presence} from './presence.ts'

/** Without a message for longer, a Studio shows that it is trying to connect. */
const heartbeatMilliseconds = 5_000

export interface SocketServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, visitor: Visitor): void
  close(): void
}

/** Creates the WebSocket server for presence, `/v…/socket/:dataset`. */
export function socketServer(): SocketServer {
  const presence = new Presence()
  const server = new WebSocketServer({noServer: true, maxPayload: 256 * 1024})
  const heartbeat = setInterval(() => {
    for (const client of server.clients) client.send('♥')
  }, heartbeatMilliseconds)
  heartbeat.unref()

  return {
    upgrade(request, socket, head, visitor) {
      server.handleUpgrade(request, socket, head, (client) => {
        const connection = {send: (text: string) => client.send(text)}
        presence.join(connection, visitor.id)
        client.send('♥')
        client.on('message', (data, isBinary) => {
          if (!isBinary && data instanceof Buffer) presence.receive(connection, data.toString())
        })
        client.on('close', () => presence.leave(connection))
        // Without a listener, a broken connection would end the process.
        client.on('error', () => client.terminate())
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
