import {lookup as systemLookup} from 'node:dns'
import {isIP, type LookupFunction} from 'node:net'
import {Agent, buildConnector, fetch} from 'undici'
import {addressKind} from './addressKind.ts'
import {callback, hosts, requireOptions, type OptionChecks} from '../optionValues.ts'
import {isAllowed} from './feedAddress.ts'
import type {FeedFetch} from './feedFetch.ts'
import {blockedAddress} from './blockedAddress.ts'

/** Options of `guardedFetch`. */
export interface GuardOptions {
  /** Hosts that may have a private address, such as `localhost:3900` or `calendar.internal`. */
  allowHosts?: readonly string[]
  /** Resolves host names. Defaults to the system's lookup. */
  lookup?: LookupFunction
}

const checks = {allowHosts: hosts, lookup: callback} as const satisfies OptionChecks<GuardOptions>

/**
 * Creates a fetch that connects to public addresses only.
 *
 * An editor's link must not reach servers behind the firewall: loopback, a private network, a
 * link-local address or a cloud's metadata service.
 *
 * The check uses the address of the actual connection, after the name is resolved. Nothing resolves the
 * name again, so DNS rebinding has no effect.
 *
 * undici provides the web's fetch with streaming, decompression and manual redirects, and its connector
 * accepts the lookup that does the check. Node's own `fetch` has no such option.
 *
 * @throws OptionError for an option that does not exist, or an invalid value
 */
export function guardedFetch(options: GuardOptions = {}): FeedFetch {
  requireOptions('guardedFetch', options, checks)
  const {allowHosts = [], lookup = systemLookup} = options
  const dispatcher = new Agent({connect: connector(allowHosts, lookup)})
  return (url, init) => fetch(url, {...init, dispatcher})
}

type Accepts = (address: string) => boolean

const isPublic: Accepts = (address) => addressKind(address) === 'public'

/** Accepts the addresses of a host that is allowed by name. */
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
    // An IP address in the link is connected to without a lookup.
    const literal = options.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(literal) !== 0 && !accepts(literal)) callback(blockedError(), null)
    else connect({...options, hostname: literal}, callback)
  }
}

/** Rejects a name if any of its addresses is not accepted, because the connector chooses among them. */
function checkedLookup(accepts: Accepts, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, resolved, family) => {
      if (error) {
        callback(error, resolved, family)
        return
      }
      const addresses = typeof resolved === 'string' ? [{address: resolved}] : resolved
      const accepted = addresses.every(({address}) => accepts(address))
      callback(accepted ? null : blockedError(), resolved, family)
    })
  }
}

function blockedError(): Error {
  return Object.assign(new Error('private or reserved address'), {code: blockedAddress})
}
