import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {OverloadFault} from '../faults.ts'
import type {ServerLimits} from '../http/serverLimits.ts'
import type {Visitor} from '../http/visitor.ts'
import {type Connection, parseRequest, Presence} from './presence.ts'

/** Without a message for longer, a Studio shows that it is trying to connect. */
const heartbeatMilliseconds = 5_000
/** A message has a session and some document ids. */
const maxMessageBytes = 64 * 1024
/** What may wait for a window that does not read. Then it is disconnected. */
const maxUnreadBytes = 1024 * 1024
/** The close code by which the hosted service rejects a token. https://github.com/sanity-io/bifur-client */
const unauthorized = 4001
/** RFC 6455, section 7.4.1. */
const goingAway = 1001

/** Who opens a socket, and its room, in which members see each other: a dataset. */
interface Guest {
  visitor: Visitor
  room: string
  /** Returns whether the dataset still exists. */
  exists: () => boolean
}

export interface SocketServer {
  /** Opens a socket. @throws OverloadFault if there are too many */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, guest: Guest): void
  close(): void
}

/**
 * Creates the WebSocket server for presence, `/v…/socket/:dataset`.
 *
 * A browser cannot send headers with a WebSocket. As on the hosted service, a client can send its token in
 * the first message: `{"method": "authorization", "params": {"authorization": "Bearer …"}}`.
 *
 * @param authenticate returns the sender of an `Authorization` header; throws for an unknown token
 */
export function socketServer(
  limits: ServerLimits,
  authenticate: (authorization: string) => Visitor,
): SocketServer {
  const rooms = new Map<string, Presence>()
  const members = new Map<WebSocket, Guest>()
  const server = new WebSocketServer({noServer: true, maxPayload: maxMessageBytes})
  const heartbeat = setInterval(() => {
    for (const [client, guest] of members) if (!leavesDeleted(client, guest)) send(client, '♥')
  }, heartbeatMilliseconds)
  heartbeat.unref()

  /** Closes the socket of a dataset that was deleted. A new dataset of its name gets another room. */
  const leavesDeleted = (client: WebSocket, {exists, room}: Guest): boolean => {
    if (exists()) return false
    rooms.delete(room)
    client.close(goingAway, 'The dataset was deleted')
    return true
  }

  const join = (
    client: WebSocket,
    visitor: Visitor,
    presence: Presence,
    guest: Guest,
  ): Connection => {
    const connection = {send: (text: string) => send(client, text)}
    members.set(client, guest)
    presence.join(connection, visitor.id)
    client.on('close', () => {
      members.delete(client)
      presence.leave(connection)
    })
    connection.send('♥')
    return connection
  }

  const open = (client: WebSocket, guest: Guest) => {
    const {visitor, room} = guest
    const presence = rooms.get(room) ?? new Presence()
    rooms.set(room, presence)
    let connection = visitor.role === 'none' ? undefined : join(client, visitor, presence, guest)
    const reject = (reason: string) => client.close(unauthorized, reason)
    const deadline = connection
      ? undefined
      : setTimeout(() => reject('No token was sent'), limits.authorizationMilliseconds)
    client.on('message', (data, isBinary) => {
      if (isBinary || !(data instanceof Buffer) || leavesDeleted(client, guest)) return
      const text = data.toString()
      if (connection) {
        presence.receive(connection, text)
        return
      }
      clearTimeout(deadline)
      const request = parseRequest(text)
      const member = request && visitorOf(request, authenticate)
      if (!member) {
        reject('Send a valid token first')
        return
      }
      connection = join(client, member, presence, guest)
      connection.send(JSON.stringify({jsonrpc: '2.0', id: request.id, result: true}))
    })
    client.on('close', () => clearTimeout(deadline))
    // Without a listener, a broken connection would end the process.
    client.on('error', () => client.terminate())
  }

  return {
    upgrade(request, socket, head, guest) {
      const waiting = server.clients.size - members.size
      const isFull =
        server.clients.size >= limits.sockets ||
        // Strangers must not take the places of those who have a token.
        (guest.visitor.role === 'none' && waiting >= limits.sockets / 5)
      if (isFull) {
        throw new OverloadFault(`The lake has ${limits.sockets} open sockets. Try again later.`, 30)
      }
      server.handleUpgrade(request, socket, head, (client) => open(client, guest))
    },
    close() {
      clearInterval(heartbeat)
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

function send(client: WebSocket, text: string) {
  if (client.bufferedAmount > maxUnreadBytes) client.terminate()
  else client.send(text)
}

/** Returns the sender of an authorization message. Undefined for any other message or token. */
function visitorOf(
  {method, params}: {method: string; params: Record<string, unknown>},
  authenticate: (authorization: string) => Visitor,
): Visitor | undefined {
  if (method !== 'authorization' || typeof params.authorization !== 'string') return undefined
  try {
    const visitor = authenticate(params.authorization)
    return visitor.role === 'none' ? undefined : visitor
  } catch {
    return undefined
  }
}
