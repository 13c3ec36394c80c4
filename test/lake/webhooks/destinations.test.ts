import {describe, expect, test} from 'vitest'
import {isLakeError} from '../../../lake/errors.ts'
import {
  DestinationError,
  Destinations,
  type ResolveName,
} from '../../../lake/webhooks/destinations.ts'

/** Resolves every name to the given addresses. */
function resolvingTo(...addresses: string[]): ResolveName {
  return (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({address, family: address.includes(':') ? 6 : 4})),
    )
}

function lookedUp(destinations: Destinations, hostname: string): Promise<unknown> {
  return new Promise((resolve) => {
    destinations.lookup(hostname, {all: false}, (error, address) => resolve(error ?? address))
  })
}

describe('a webhook without allowed hosts', () => {
  const destinations = new Destinations([])

  test.each([
    'http://localhost:3000/hook',
    'http://site.localhost/hook',
    'http://127.0.0.1:1/',
    'http://[::1]/',
    // The URL parser reads these as 127.0.0.1, and so does the connection.
    'http://2130706433/',
    'http://0x7f.1/',
  ])('goes to this machine: %s', (url) => {
    expect(() => destinations.assertAllowed(url)).not.toThrow()
  })

  test.each([
    'https://example.org/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://localhost.example.org/',
    'http://0.0.0.0/',
  ])('goes nowhere else: %s', (url) => {
    expect(() => destinations.assertAllowed(url)).toThrow(DestinationError)
  })
})

describe('a name in allowedWebhookHosts', () => {
  test('is connected to at its public address', async () => {
    const destinations = new Destinations(['hooks.example.org'], resolvingTo('93.184.215.14'))
    expect(() => destinations.assertAllowed('https://hooks.example.org/')).not.toThrow()
    expect(await lookedUp(destinations, 'hooks.example.org')).toBe('93.184.215.14')
  })

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('is refused when it resolves to %s, which only this network can reach', async (address) => {
    const destinations = new Destinations(['hooks.example.org'], resolvingTo(address))
    expect(await lookedUp(destinations, 'hooks.example.org')).toBeInstanceOf(DestinationError)
  })

  test('is refused when only one of its addresses is private, because the client may use that one', async () => {
    const destinations = new Destinations(['h.example'], resolvingTo('93.184.215.14', '10.0.0.1'))
    expect(await lookedUp(destinations, 'h.example')).toBeInstanceOf(DestinationError)
  })

  test('may have a private address that is in the list too, such as of a container', async () => {
    const destinations = new Destinations(['receiver', '172.16.0.0/12'], resolvingTo('172.17.0.2'))
    expect(() => destinations.assertAllowed('http://receiver/')).not.toThrow()
    expect(await lookedUp(destinations, 'receiver')).toBe('172.17.0.2')
  })
})

test('a name below localhost is this machine, although Node does not resolve it', async () => {
  const destinations = new Destinations([], resolvingTo('127.0.0.1'))
  expect(await lookedUp(destinations, 'site.localhost')).toBe('127.0.0.1')
})

test('a localhost that the machine resolves to another address is refused', async () => {
  const destinations = new Destinations([], resolvingTo('93.184.215.14'))
  expect(await lookedUp(destinations, 'localhost')).toBeInstanceOf(DestinationError)
})

test.each(['http://hooks.example.org', 'hooks.example.org:443', '10.0.0.0/99', ''])(
  'the entry "%s" is refused at the start, because it would never match',
  (entry) => {
    expect(() => new Destinations([entry])).toThrow(expect.toSatisfy(isLakeError))
  },
)
