import * as fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import {expect, test} from 'vitest'

import {addressKind} from '../../../calendar/fetch/addressKind.ts'
import {ipv4, ipv6} from '../../support/ipAddresses.ts'

test.each([
  ['127.0.0.1', 'reserved'],
  ['::7f00:1', 'reserved'],
  ['::127.0.0.1', 'reserved'],
  ['::ffff:7f00:1', 'reserved'],
  ['64:ff9b::7f00:1', 'reserved'],
  ['2002:7f00:1::', 'reserved'],
  ['fe80::1', 'reserved'],
  ['fe80::1%eth0', 'reserved'],
  ['4000::1', 'reserved'],
  ['localhost', 'reserved'],
  ['', 'reserved'],
  ['0.0.0.0', 'unspecified'],
  ['::', 'unspecified'],
  ['93.184.215.14', 'public'],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'public'],
])('%s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind)
})

test('IPv4 addresses are classified as ipaddr.js does, which has the ranges of the RFCs', () => {
  fc.assert(
    fc.property(ipv4, (address) => {
      const range = ipaddr.parse(address).range()
      expect(addressKind(address) === 'public').toBe(range === 'unicast')
      expect(addressKind(address) === 'unspecified').toBe(range === 'unspecified')
    }),
    {numRuns: 20_000},
  )
})

test('IPv6 addresses in the assigned block are classified as ipaddr.js does, and no other is public', () => {
  fc.assert(
    fc.property(ipv6, (address) => {
      const parsed = ipaddr.parse(address)
      const [bits = 0] = parsed.toByteArray()
      const assigned = bits >> 5 === 0b001
      expect(addressKind(address) === 'public').toBe(assigned && parsed.range() === 'unicast')
    }),
    {numRuns: 20_000},
  )
})
