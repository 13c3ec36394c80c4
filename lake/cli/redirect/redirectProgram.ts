/**
 * Loaded into a program before its own code, by `lake exec`. Leads its connections to the lake:
 *
 * - `https` to a host of the hosted service goes to the gateway, which passes it on to the lake.
 * - So does a plain connection to such a host, such as for `http`.
 * - So does `https` to the lake itself, which speaks `http`: some of Sanity's commands know only `https`.
 * - `<project>.localhost` is this machine. Browsers know that (RFC 6761, section 6.3), and Node does not.
 *
 * It changes sockets, because programs use several HTTP libraries, each with connections of its own.
 */
import {syncBuiltinESMExports} from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import {isHostedHost} from './hostedHosts.ts'
import {resolveLocalhostNames} from './localhostNames.ts'
import {readPorts, type RedirectPorts} from './ports.ts'
import {type AnyFunction, replaceFunction} from './replaceFunction.ts'

const ports = readPorts(process.env)
if (ports) {
  replaceFunction(net.Socket.prototype, 'connect', (original) => plainConnect(original, ports))
  replaceFunction(tls, 'connect', (original) => redirectedConnect(original, ports))
  syncBuiltinESMExports()
  resolveLocalhostNames()
}

/** Changes the target in place: `net.connect` marks its list of parameters, and Node looks for the mark. */
function plainConnect(original: AnyFunction, {gateway}: RedirectPorts) {
  return function connect(this: unknown, ...parameters: unknown[]) {
    const [first, second] = parameters
    const target = {host: '127.0.0.1', port: gateway}
    if (Array.isArray(first)) {
      if (isHostedTarget(first[0])) first[0] = {...first[0], ...target}
    } else if (isHostedTarget(first)) {
      parameters[0] = {...first, ...target}
    } else if (typeof second === 'string' && isHostedHost(second)) {
      parameters.splice(0, 2, target)
    }
    return Reflect.apply(original, this, parameters)
  }
}

function isHostedTarget(options: unknown): options is object {
  if (typeof options !== 'object' || options === null) return false
  const host: unknown = Reflect.get(options, 'host')
  return typeof host === 'string' && isHostedHost(host)
}

function redirectedConnect(original: AnyFunction, {gateway, lake}: RedirectPorts) {
  return (...parameters: unknown[]) => {
    const {host, port, protocols} = targetOf(parameters)
    const toLake = port === lake && isLocalhost(host)
    if (!toLake && !isHostedHost(host)) return Reflect.apply(original, tls, parameters)
    const socket = net.connect({host: '127.0.0.1', port: gateway})
    if (protocols.length > 0 && protocols.every((each) => each === 'h2')) {
      const message = `No HTTP/2 to ${host} under \`lake exec\`, which leads it to a lake with HTTP/1.1. Use HTTP/1.1.`
      process.nextTick(() => socket.destroy(new Error(message)))
      return socket
    }
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

interface Target {
  host: string
  port: number
  protocols: readonly unknown[]
}

/** `tls.connect` accepts options, a port and options, or a port, a host and options. */
function targetOf(parameters: readonly unknown[]): Target {
  const [first, second] = parameters
  const options = Object(parameters.find((each) => typeof each === 'object' && each !== null))
  const host = typeof second === 'string' ? second : options.servername || options.host
  const port = typeof first === 'object' ? options.port : first
  return {
    host: typeof host === 'string' ? host : '',
    port: Number(port ?? 443),
    protocols: Array.isArray(options.ALPNProtocols) ? options.ALPNProtocols : [],
  }
}

function isLocalhost(name: string): boolean {
  return /^(?:.*\.)?localhost\.?$/i.test(name)
}
