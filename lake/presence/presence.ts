import {isObject, type JsonObject, parseJson} from '../json.ts'

/** One window's connection, as far as presence needs it. */
export interface Connection {
  send(text: string): void
}

interface Member {
  userId: string
  /** The subscriptions it made, by their ids. */
  subscriptions: Set<string>
  /** The window's own session id, once it has announced itself. */
  sessionId: string | undefined
}

/**
 * Who looks at what, told between the windows of a Studio. JSON-RPC over a WebSocket, as the
 * service's own: a window announces its locations, asks the others for theirs (roll call), and is
 * told of theirs through its subscription. Nothing of it is stored.
 */
export class Presence {
  readonly #members = new Map<Connection, Member>()

  join(connection: Connection, userId: string) {
    this.#members.set(connection, {userId, subscriptions: new Set(), sessionId: undefined})
  }

  leave(connection: Connection) {
    const member = this.#members.get(connection)
    this.#members.delete(connection)
    if (member?.sessionId !== undefined) this.#tellDisconnect(member, member.sessionId)
  }

  /** Answers one message. What is no request is left unanswered. */
  receive(connection: Connection, text: string) {
    const member = this.#members.get(connection)
    const request = parseRequest(text)
    if (!member || !request) return
    const {id, method, params} = request
    const answer = (result: unknown) =>
      connection.send(JSON.stringify({jsonrpc: '2.0', id, result}))
    if (method.endsWith('_subscribe')) {
      // Its own id makes a good name: it is unique within the connection.
      member.subscriptions.add(id)
      answer(id)
      return
    }
    if (method.endsWith('_unsubscribe')) {
      member.subscriptions.delete(String(params.subscriptionId))
      answer(true)
      return
    }
    this.#handle(connection, member, method, params)
    answer(true)
  }

  #handle(connection: Connection, member: Member, method: string, params: JsonObject) {
    if (method === 'presence_rollcall') {
      this.#tell({type: 'rollCall', i: member.userId, session: params.session}, connection)
      return
    }
    if (method === 'presence_disconnect') {
      member.sessionId = undefined
      this.#tellDisconnect(member, String(params.session))
      return
    }
    if (method !== 'presence_announce' || !isObject(params.data)) return
    const {sessionId, locations} = params.data
    if (typeof sessionId === 'string') member.sessionId = sessionId
    this.#tell({type: 'state', i: member.userId, m: {sessionId, locations}})
  }

  #tellDisconnect({userId}: Member, session: string) {
    this.#tell({type: 'disconnect', i: userId, m: {session}})
  }

  #tell(result: JsonObject, except?: Connection) {
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

function parseRequest(text: string) {
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
