import {BlockList, isIPv4, isIPv6} from 'node:net'

/**
 * - `public`: reachable by anyone on the internet;
 * - `reserved`: loopback, private, link-local, multicast, documentation, translation and tunnel
 *   addresses, and everything that is not an IP address;
 * - `unspecified`: 0.0.0.0/8 and ::, with which an operating system connects to itself.
 */
export type AddressKind = 'public' | 'reserved' | 'unspecified'

/**
 * Classifies an IP address by IANA's special-purpose registries.
 *
 * See https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry.
 *
 * For IPv6, only 2000::/3 is allowed, because it is the only assigned block. Every form that carries an
 * IPv4 address (mapped `::ffff:7f00:1`, compatible `::7f00:1`, NAT64) is outside of it. The tunnels
 * inside of it are in the table.
 *
 * The table has the ranges of ipaddr.js, and a test compares them. With it, every site would install one package more.
 *
 * @example
 * addressKind('169.254.169.254') // 'reserved': a cloud's metadata service
 */
export function addressKind(address: string): AddressKind {
  if (isIPv4(address)) {
    if (unspecified.check(address)) return 'unspecified'
    return reserved.check(address) ? 'reserved' : 'public'
  }
  if (!isIPv6(address)) return 'reserved'
  if (unspecified.check(address, 'ipv6')) return 'unspecified'
  const inside = assigned.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
  return inside ? 'public' : 'reserved'
}

const unspecified = blocks(['0.0.0.0/8', '::/128'])

const assigned = blocks(['2000::/3'])

const reserved = blocks([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Protocol assignments, including Teredo, benchmarking and ORCHID.
  '2001::/23',
  '2001:db8::/32',
  // 6to4: an IPv4 address follows.
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
])

function blocks(subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/')
    list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return list
}
