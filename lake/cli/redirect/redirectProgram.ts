/**
 * Loaded into a program before its own code, by `lake exec`. Leads its connections to the lake:
 *
 * - `https` to a host of the hosted service goes to the gateway, which passes it on to the lake.
 * - So does `https` to the lake itself, which speaks `http`: some of Sanity's commands know only `https`.
 * - `<project>.localhost` is this machine. Browsers know that (RFC 6761, section 6.3), and Node does not.
 *
 * It changes sockets, because programs use several HTTP libraries, each with connections of its own.
 */
import dns, {type LookupAddress} from 'node:dns'
import {syncBuiltinESMExports} from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import {isHostedHost} from './hostedHosts.ts'
import {readPorts} from './ports.ts'

const ports = readPorts(process.env)
if (ports) {
  Object.assign(tls, {connect: redirectedConnect(ports)})
  Object.assign(dns, {lookup: lookupWithLocalhost(dns.lookup)})
  Object.assign(dns.promises, {lookup: promisedLookup(dns.promises.lookup)})
  syncBuiltinESMExports()
}

type AnyFunction = (...parameters: never[]) => unknown

function redirectedConnect({gateway, lake}: {gateway: number; lake: number}) {
  const original: AnyFunction = tls.connect
  return (...parameters: unknown[]) => {
    const {host, port} = targetOf(parameters)
    const toLake = port === lake && isLocalhost(host)
    if (!toLake && !isHostedHost(host)) return Reflect.apply(original, tls, parameters)
    const socket = net.connect({host: '127.0.0.1', port: gateway})
    const callback = parameters.at(-1)
    if (typeof callback === 'function') socket.once('secureConnect', () => callback())
    socket.once('connect', () => socket.emit('secureConnect'))
    // What HTTP libraries read of a socket with TLS.
    return Object.assign(socket, {
      encrypted: true,
      authorized: true,
      alpnProtocol: false,
      isSessionReused: () => false,
      getPeerCertificate: () => ({}),
      setServername: () => {},
    })
  }
}

/** `tls.connect` accepts options, a port and options, or a port, a host and options. */
function targetOf(parameters: readonly unknown[]): {host: string; port: number} {
  const [first, second] = parameters
  const options = Object(parameters.find((each) => typeof each === 'object' && each !== null))
  const host = typeof second === 'string' ? second : options.servername || options.host
  const port = typeof first === 'object' ? options.port : first
  return {host: typeof host === 'string' ? host : '', port: Number(port ?? 443)}
}

function isLocalhost(name: string): boolean {
  return /^(?:.*\.)?localhost\.?$/i.test(name)
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
