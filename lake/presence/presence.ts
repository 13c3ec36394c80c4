import {isObject, type JsonObject, parseJson} from '../json.ts'

/** A window has one. Each multiplies what every other window sends. */
const maxSubscriptions = 10

/** The connection of one browser window. */
export interface Connection {
  send(text: string): void
}

interface Member {
  userId: string
  /** Ids of the window's subscriptions. */
  subscriptions: Set<string>
  /** The session id of the window, after it has announced itself. */
  sessionId: string | undefined
}

/**
 * Shows the windows of a Studio which documents the others have open.
 *
 * JSON-RPC over a WebSocket, as on the hosted service. A window announces its locations, requests those
 * of the others (roll call), and receives them through its subscription. Nothing is stored.
 */
export class Presence {
  readonly #members = new Map<Connection, Member>()

  join(connection: Connection, userId: string) {
    this.#members.set(connection, {userId, subscriptions: new Set(), sessionId: undefined})
  }

  leave(connection: Connection) {
    const member = this.#members.get(connection)
    this.#members.delete(connection)
    if (member?.sessionId !== undefined) this.#broadcastDisconnect(member, member.sessionId)
  }

  /** Handles one message. Ignores a message that is not a request. */
  receive(connection: Connection, text: string) {
    const member = this.#members.get(connection)
    const request = parseRequest(text)
    if (!member || !request) return
    const {id, method, params} = request
    const respond = (result: unknown) =>
      connection.send(JSON.stringify({jsonrpc: '2.0', id, result}))
    if (method.endsWith('_subscribe')) {
      // The id of the request is unique within the connection, so it also identifies the subscription.
      if (member.subscriptions.size < maxSubscriptions) member.subscriptions.add(id)
      respond(id)
      return
    }
    if (method.endsWith('_unsubscribe')) {
      member.subscriptions.delete(String(params.subscriptionId))
      respond(true)
      return
    }
    this.#handle(connection, member, method, params)
    respond(true)
  }

  #handle(connection: Connection, member: Member, method: string, params: JsonObject) {
    if (method === 'presence_rollcall') {
      this.#broadcast({type: 'rollCall', i: member.userId, session: params.session}, connection)
      return
    }
    if (method === 'presence_disconnect') {
      member.sessionId = undefined
      this.#broadcastDisconnect(member, String(params.session))
      return
    }
    if (method !== 'presence_announce' || !isObject(params.data)) return
    const {sessionId, locations} = params.data
    if (typeof sessionId === 'string') member.sessionId = sessionId
    this.#broadcast({type: 'state', i: member.userId, m: {sessionId, locations}})
  }

  #broadcastDisconnect({userId}: Member, session: string) {
    this.#broadcast({type: 'disconnect', i: userId, m: {session}})
  }

  #broadcast(result: JsonObject, except?: Connection) {
    for (const [connection, {subscriptions}] of this.#members) {
      if (connection === except) continue
      for (const subscription of subscriptions) {
        connection.send(
          JSON.stringify({
            jsonrpc: '2.0',
            method: 'presence_subscription',
            params: {subscription, result},
          }),
        )
      }
    }
  }
}

/** Parses a JSON-RPC request. Returns undefined for anything else. */
export function parseRequest(text: string) {
  try {
    const message = parseJson(text)
    if (!isObject(message) || typeof message.method !== 'string') return undefined
    return {
      id: String(message.id),
      method: message.method,
      params: isObject(message.params) ? message.params : {},
    }
  } catch {
    return undefined
  }
}
