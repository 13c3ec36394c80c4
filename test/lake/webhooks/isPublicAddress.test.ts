import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addressKind} from '../../../calendar/fetch/addressKind.ts'
import {isPublicAddress} from '../../../lake/webhooks/isPublicAddress.ts'
import {ipv4, ipv6} from '../../support/ipAddresses.ts'

test.each([
  // A tunnel, a protocol's own block and an unassigned block.
  ['2001::1', false],
  ['192.88.99.1', false],
  ['4000::1', false],
  ['::7f00:1', false],
  ['fe80::1%eth0', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:93.184.215.14', true],
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['0x7f.1', false],
  ['', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})

test('webhooks and calendars refuse the same addresses, because both take them from strangers', () => {
  fc.assert(
    fc.property(fc.oneof(ipv4, ipv6), (address) => {
      // Calendars refuse every form that carries an IPv4 address.
      fc.pre(!address.startsWith('0:0:0:0:0:ffff:'))
      expect(isPublicAddress(address)).toBe(addressKind(address) === 'public')
    }),
    {numRuns: 20_000},
  )
})
