import * as fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import {expect, test} from 'vitest'

import {addressKind} from '../../../calendar/fetch/addressKind.ts'

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

const byte = fc.nat(255)
const special4 = [0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255]
const ipv4 = fc
  .tuple(
    fc.oneof(byte, fc.constantFrom(...special4)),
    fc.oneof(byte, fc.constantFrom(0, 18, 31, 51, 52, 64, 88, 168, 175, 254)),
    fc.oneof(byte, fc.constantFrom(0, 2, 48, 99, 100, 113, 193, 196)),
    byte,
  )
  .map((bytes) => bytes.join('.'))

const word = fc.nat(0xffff)
const special6 = [0, 0x64, 0x100, 0x2001, 0x2002, 0x2620, 0x3fff, 0x5f00, 0xfc00, 0xfe80, 0xff00]
const ipv6 = fc
  .tuple(
    fc.oneof(word, fc.constantFrom(...special6), fc.integer({min: 0x2000, max: 0x3fff})),
    fc.oneof(word, fc.constantFrom(0, 2, 3, 4, 0x10, 0x4f, 0x1ff, 0x200, 0xdb8, 0xfff, 0xff9b)),
    fc.oneof(word, fc.constantFrom(0, 0x112, 0x8000)),
    fc.array(fc.oneof(word, fc.constantFrom(0, 0xffff)), {minLength: 5, maxLength: 5}),
  )
  .map(([first, second, third, rest]) =>
    [first, second, third, ...rest].map((each) => each.toString(16)).join(':'),
  )

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
