import {type LookupAddress, type LookupAllOptions, lookup as resolveName} from 'node:dns'
import {BlockList, isIP, isIPv6, type LookupFunction} from 'node:net'
import {LakeError} from '../errors.ts'
import {isLoopbackHost} from '../http/guard.ts'
import {isPublicAddress} from './isPublicAddress.ts'

/** Resolves a name to all of its addresses, like `lookup` of `node:dns`. */
export type ResolveName = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A webhook has a destination that the operator did not allow. */
export class DestinationError extends Error {}

const loopback = blockList(['127.0.0.0/8', '::1/128'])

/**
 * Decides where webhooks may go: to this machine, and to hosts in `allowedWebhookHosts`. Without the guard,
 * an editor could make the lake send requests to what only its machine can reach.
 *
 * A name on the list must resolve to public addresses. To allow a name of a private network, such as of a
 * container, list its addresses too: `['receiver', '172.16.0.0/12']`. The check is at the address that the
 * connection uses, so a name that resolves differently the second time gains nothing.
 */
export class Destinations {
  readonly #names = new Set<string>()
  readonly #addresses: BlockList
  readonly #resolve: ResolveName

  /** @throws LakeError if an entry is neither a host name, an address nor a range of addresses */
  constructor(allowed: readonly string[], resolve: ResolveName = resolveName) {
    this.#resolve = resolve
    const ranges: string[] = []
    for (const entry of allowed) {
      if (isIP(entry.split('/')[0] ?? '') !== 0) ranges.push(entry)
      else if (/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(entry)) this.#names.add(entry.toLowerCase())
      else throw invalidEntry(entry)
    }
    this.#addresses = blockList(ranges)
  }

  /** Checks the host of a URL. @throws DestinationError that says what to do */
  assertAllowed(url: string) {
    const {hostname} = new URL(url)
    const name = hostname.replace(/\.$/, '')
    if (isLoopbackHost(hostname)) return
    const address = hostname.replace(/^\[|\]$/g, '')
    if (isIP(address) !== 0 ? contains(this.#addresses, address) : this.#names.has(name)) return
    throw new DestinationError(
      `The host "${hostname}" is not allowed. Use localhost, or add the host to allowedWebhookHosts.`,
    )
  }

  /** Resolves a name for a connection, and refuses addresses that are not allowed for it. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    // Node does not resolve names below `localhost`, which are this machine (RFC 6761, section 6.3).
    const isLocal = isLoopbackHost(hostname)
    this.#resolve(isLocal ? 'localhost' : hostname, {...options, all: true}, (error, found) => {
      if (error) return callback(error, '')
      const refused = found.find(({address}) =>
        isLocal ? !contains(loopback, address) : !this.#isAllowedAddress(address),
      )
      const [first] = found
      if (refused) return callback(refusal(hostname, refused.address), '')
      if (!first) return callback(new Error(`"${hostname}" has no address`), '')
      if (options.all === true) return callback(null, found)
      return callback(null, first.address, first.family)
    })
  }

  #isAllowedAddress(address: string): boolean {
    return isPublicAddress(address) || contains(this.#addresses, address)
  }
}

function refusal(hostname: string, address: string): Error {
  return new DestinationError(
    `"${hostname}" resolves to ${address}, which is not a public address. Add the address to allowedWebhookHosts if it is yours.`,
  )
}

/** An IPv4 address in an IPv6 address, such as `::ffff:10.0.0.1`, counts as itself: `BlockList` unwraps it. */
function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    const bits = prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix)
    try {
      list.addSubnet(address, bits, family)
    } catch {
      throw invalidEntry(range)
    }
  }
  return list
}

function invalidEntry(entry: string): LakeError {
  return new LakeError(
    'invalid-configuration',
    `Invalid allowedWebhookHosts entry: "${entry}". Use a host name without a port, such as hooks.example.org, an address, or a range such as 172.16.0.0/12.`,
  )
}
