import dns, {type LookupAddress} from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'
import {type AnyFunction, replaceFunction} from './replaceFunction.ts'

/**
 * Resolves `<project>.localhost` to this machine in this process, as browsers do (RFC 6761, section 6.3). Node uses the
 * resolver of the operating system, which may not know the name.
 */
export function resolveLocalhostNames() {
  replaceFunction(dns, 'lookup', lookupWithLocalhost)
  replaceFunction(dns.promises, 'lookup', promisedLookup)
  syncBuiltinESMExports()
}

const loopback: LookupAddress = {address: '127.0.0.1', family: 4}

function lookupWithLocalhost(original: AnyFunction) {
  return (name: string, ...more: unknown[]) => {
    const callback = more.at(-1)
    if (!isSubdomain(name) || typeof callback !== 'function') {
      return Reflect.apply(original, dns, [name, ...more])
    }
    if (wantsAll(more[0])) process.nextTick(callback, null, [loopback])
    else process.nextTick(callback, null, loopback.address, loopback.family)
    return {}
  }
}

function promisedLookup(original: AnyFunction) {
  return (name: string, options?: unknown) => {
    if (!isSubdomain(name)) return Reflect.apply(original, dns.promises, [name, options])
    return Promise.resolve(wantsAll(options) ? [loopback] : loopback)
  }
}

function isSubdomain(name: unknown): boolean {
  return typeof name === 'string' && /\.localhost\.?$/i.test(name)
}

function wantsAll(options: unknown): boolean {
  return typeof options === 'object' && options !== null && Reflect.get(options, 'all') === true
}
