import {isIP} from 'node:net'
import ipaddr from 'ipaddr.js'

/** The block of IPv6 that is assigned. What is outside of it leads into this machine or its network, or nowhere. */
const assigned = ipaddr.parseCIDR('2000::/3')

/**
 * Returns whether anyone on the internet can reach an IP address, by IANA's special-purpose registries. An IPv4 address
 * in an IPv6 address, such as `::ffff:10.0.0.1`, counts as itself.
 *
 * @example
 * isPublicAddress('169.254.169.254') // false: a cloud's metadata service
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv6' && !parsed.match(assigned)) return false
  return parsed.range() === 'unicast'
}
