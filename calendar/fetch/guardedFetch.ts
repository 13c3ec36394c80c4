import {Socket, type LookupFunction} from 'node:net'
import {RequestFilteringHttpAgent, RequestFilteringHttpsAgent} from 'request-filtering-agent'
import {Agent, fetch, type buildConnector} from 'undici'
import {isAllowed} from './feedAddress.ts'
import type {FeedFetch} from './feedFetch.ts'
import {refusedAddress} from './refusedAddress.ts'

export interface GuardOptions {
  /** Hosts that may have a private address, such as `localhost:3900` or `calendar.internal`. */
  allowHosts?: readonly string[]
  /** How names are resolved. Default: the system's way. */
  lookup?: LookupFunction
}

/**
 * A fetch that connects to public addresses only: an editor's link must not read what stands behind the
 * server's firewall, be it loopback, a private network, a link-local address or a cloud's metadata.
 *
 * The check looks at the address that the connection is made to, after the name is resolved and with the
 * same answer, so a name that resolves to something else a moment later (DNS rebinding) gains nothing.
 * request-filtering-agent does it; it is made for `node:http`, whose sockets undici's `connect` takes, and
 * undici is the web's fetch with streaming, decompression and manual redirects.
 */
export function guardedFetch({allowHosts = [], lookup}: GuardOptions = {}): FeedFetch {
  const dispatcher = new Agent({connect: connector(allowHosts, lookup)})
  return (url, init) => fetch(url, {...init, dispatcher})
}

const connectTimeout = 10_000

function connector(
  allowHosts: readonly string[],
  lookup: LookupFunction | undefined,
): buildConnector.connector {
  const guarded = {
    'http:': new RequestFilteringHttpAgent(),
    'https:': new RequestFilteringHttpsAgent(),
  }
  const open = {
    'http:': new RequestFilteringHttpAgent({allowPrivateIPAddress: true}),
    'https:': new RequestFilteringHttpsAgent({allowPrivateIPAddress: true}),
  }
  return (options, callback) => {
    const {protocol} = options
    const url = URL.parse(`${protocol}//${options.host ?? options.hostname}`)
    if (!url || (protocol !== 'http:' && protocol !== 'https:')) {
      callback(new Error(`${options.hostname} cannot be connected to by ${protocol}`), null)
      return
    }
    const agent = (isAllowed(url, allowHosts) ? open : guarded)[protocol]
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1')
    const port = Number(options.port) || (protocol === 'https:' ? 443 : 80)
    const servername = options.servername ?? undefined
    const name = {...(servername && {servername}), ...(lookup && {lookup})}
    const socket = agent.createConnection({host, port, ...name})
    if (socket instanceof Socket) settle(socket, protocol, callback)
    else callback(new Error(`No connection to ${options.hostname}`), null)
  }
}

function settle(socket: Socket, protocol: 'http:' | 'https:', callback: buildConnector.Callback) {
  const ready = protocol === 'https:' ? 'secureConnect' : 'connect'
  const failed = (error: Error) => callback(refusal(error) ?? error, null)
  const slow = () => socket.destroy(new Error(`No connection within ${connectTimeout / 1000} s`))
  socket.setTimeout(connectTimeout, slow)
  socket.once('error', failed)
  socket.once(ready, () => {
    socket.off('error', failed)
    socket.off('timeout', slow)
    socket.setTimeout(0)
    callback(null, socket)
  })
}

/** The library tells its refusals by their text alone; a test notices when that changes. */
function refusal(error: Error): Error | undefined {
  if (!error.message.includes('is not allowed')) return undefined
  return Object.assign(new Error('a private or reserved address'), {code: refusedAddress})
}
