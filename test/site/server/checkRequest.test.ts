import fc from 'fast-check'
import {describe, expect, test} from 'vitest'

import {checkRequest} from '../../../site/server/checkRequest.ts'

const origin = 'https://community.example'
const check = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  checkRequest({method, url, headers: {host: 'community.example', ...headers}}, origin)

describe('a request', () => {
  test('gets an address of the site, with any Host header', () => {
    const checked = check('/meetings/?zone=UTC', {host: 'evil.example'})
    expect(checked).toMatchObject({kind: 'valid', method: 'GET'})
    expect(checked.kind === 'valid' && checked.url.href).toBe(`${origin}/meetings/?zone=UTC`)
  })

  test('may name the whole address, as a proxy does, which is still one of the site', () => {
    const checked = check('http://evil.example/meetings/')
    expect(checked.kind === 'valid' && checked.url.href).toBe(`${origin}/meetings/`)
  })

  test('with a sloppy query is valid, so that old links still work', () => {
    expect(check('/?utm_source=100%&zone=%ff').kind).toBe('valid')
  })

  test.each([
    ['', 'an empty address'],
    ['*', 'an asterisk'],
    ['meetings', 'a relative address'],
    ['//evil.example/', 'the address of another host'],
    [String.raw`/\evil.example/`, 'the address of another host for a browser'],
    ['/%', 'half a percent escape'],
    ['/%zz', 'a percent escape of other characters'],
    ['/%c3%28', 'bytes that are no text'],
    ['/a%00b', 'a NUL byte'],
    ['http:///', 'an address without a host'],
    ['javascript:alert(1)', 'another scheme'],
  ])('is refused with %j: %s', (url) => {
    expect(check(url)).toMatchObject({kind: 'refused', status: 400})
  })

  test.each(['a b', 'a/b', 'user@host', 'host:port', '[::1', 'host:123456', ''])(
    'is refused with the Host header %j',
    (host) => {
      expect(check('/', {host})).toMatchObject({kind: 'refused', status: 400})
    },
  )

  test.each(['community.example', 'localhost:4321', '[::1]:4321', '127.0.0.1'])(
    'is valid with the Host header %j',
    (host) => {
      expect(check('/', {host}).kind).toBe('valid')
    },
  )

  test('is refused with another method, a long address, or a large body', () => {
    expect(check('/', {}, 'TRACE')).toMatchObject({status: 405})
    expect(check(`/${'a'.repeat(5000)}`)).toMatchObject({status: 414})
    expect(check('/', {'content-length': '65537'}, 'POST')).toMatchObject({status: 413})
    expect(check('/', {'content-length': '65536'}, 'POST')).toMatchObject({kind: 'valid'})
  })

  test('never throws, and never gets an address of another site', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string({unit: 'binary'}),
      fc.string().map((s) => `/${s}`),
    )
    const isOwn = fc.property(text, fc.string(), (url, host) => {
      const checked = check(url, {host})
      return checked.kind === 'refused' || checked.url.origin === origin
    })
    expect(fc.check(isOwn).counterexample).toBeNull()
  })
})
