import {lookup as systemLookup} from 'node:dns'
import {isIP, type LookupFunction} from 'node:net'
import {Agent, buildConnector, fetch} from 'undici'
import {addressKind} from './addressKind.ts'
import {isAllowed} from './feedAddress.ts'
import type {FeedFetch} from './feedFetch.ts'
import {blockedAddress} from './blockedAddress.ts'

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
 * undici is the web's fetch with streaming, decompression and manual redirects, and its connector takes
 * the lookup that the check is made in; Node's own `fetch` has no place for one.
 */
export function guardedFetch({
  allowHosts = [],
  lookup = systemLookup,
}: GuardOptions = {}): FeedFetch {
  const dispatcher = new Agent({connect: connector(allowHosts, lookup)})
  return (url, init) => fetch(url, {...init, dispatcher})
}

type Accepts = (address: string) => boolean

const isPublic: Accepts = (address) => addressKind(address) === 'public'

/** What a host that is allowed by name may have. */
const isSpecified: Accepts = (address) => addressKind(address) !== 'unspecified'

function connector(
  allowHosts: readonly string[],
  lookup: LookupFunction,
): buildConnector.connector {
  const guarded = connectorTo(isPublic, lookup)
  const open = connectorTo(isSpecified, lookup)
  return (options, callback) => {
    const url = URL.parse(`${options.protocol}//${options.host ?? options.hostname}`)
    const connect = url && isAllowed(url, allowHosts) ? open : guarded
    connect(options, callback)
  }
}

function connectorTo(accepts: Accepts, lookup: LookupFunction): buildConnector.connector {
  const connect = buildConnector({lookup: checkedLookup(accepts, lookup)})
  return (options, callback) => {
    // An address in the link itself is connected to without a lookup.
    const literal = options.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(literal) !== 0 && !accepts(literal)) callback(refusal(), null)
    else connect({...options, hostname: literal}, callback)
  }
}

/** One address that is not accepted refuses the name: which of several is connected to is not ours to choose. */
function checkedLookup(accepts: Accepts, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, resolved, family) => {
      if (error) {
        callback(error, resolved, family)
        return
      }
      const addresses = typeof resolved === 'string' ? [{address: resolved}] : resolved
      const accepted = addresses.every(({address}) => accepts(address))
      callback(accepted ? null : refusal(), resolved, family)
    })
  }
}

function refusal(): Error {
  return Object.assign(new Error('a private or reserved address'), {code: blockedAddress})
}
