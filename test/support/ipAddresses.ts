import fc from 'fast-check'

const byte = fc.nat(255)
const special4 = [0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255]
/** IPv4 addresses, often in a reserved block or beside one. */
export const ipv4 = fc
  .tuple(
    fc.oneof(byte, fc.constantFrom(...special4)),
    fc.oneof(byte, fc.constantFrom(0, 18, 31, 51, 52, 64, 88, 168, 175, 254)),
    fc.oneof(byte, fc.constantFrom(0, 2, 48, 99, 100, 113, 193, 196)),
    byte,
  )
  .map((bytes) => bytes.join('.'))

const word = fc.nat(0xffff)
const special6 = [0, 0x64, 0x100, 0x2001, 0x2002, 0x2620, 0x3fff, 0x5f00, 0xfc00, 0xfe80, 0xff00]
/** IPv6 addresses, often in a reserved block or beside one. */
export const ipv6 = fc
  .tuple(
    fc.oneof(word, fc.constantFrom(...special6), fc.integer({min: 0x2000, max: 0x3fff})),
    fc.oneof(word, fc.constantFrom(0, 2, 3, 4, 0x10, 0x4f, 0x1ff, 0x200, 0xdb8, 0xfff, 0xff9b)),
    fc.oneof(word, fc.constantFrom(0, 0x112, 0x8000)),
    fc.array(fc.oneof(word, fc.constantFrom(0, 0xffff)), {minLength: 5, maxLength: 5}),
  )
  .map(([first, second, third, rest]) =>
    [first, second, third, ...rest].map((each) => each.toString(16)).join(':'),
  )
