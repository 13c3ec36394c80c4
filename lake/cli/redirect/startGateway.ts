import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http'
import {request as secureRequest} from 'node:https'
import type {Duplex} from 'node:stream'
import {lakeHost} from './hostedHosts.ts'

export interface Gateway {
  port: number
  close: () => void
}

/**
 * Starts a server on this machine that passes requests for hosts of the hosted service on to a lake.
 *
 * A lake refuses other host names than its own, which protects it from web pages. So the gateway replaces the name.
 *
 * @param lake - address of the lake on this machine
 * @param onRefusal - called with why the lake cannot answer a request, because programs may not print it
 */
export async function startGateway(
  lake: URL,
  onRefusal: (reason: string) => void = () => {},
): Promise<Gateway> {
  const server = createServer((incoming, outgoing) =>
    forward(incoming, outgoing, {lake, onRefusal}),
  )
  const sockets = new Set<Duplex>()
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    forwardSocket(incoming, socket, {head, lake})
  })
  const {promise, resolve, reject} = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
    },
  }
}

interface ForwardOptions {
  lake: URL
  onRefusal: (reason: string) => void
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  {lake, onRefusal}: ForwardOptions,
) {
  const passed = requestTo(lake, incoming)
  passed.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers)
    // An event stream has no body for a while, and its client waits for the head.
    outgoing.flushHeaders()
    if (response.statusCode === 501) reportRefusal(response, onRefusal)
    response.pipe(outgoing)
    response.on('error', () => outgoing.destroy())
  })
  passed.on('error', (error) => {
    if (outgoing.headersSent) return void outgoing.destroy()
    outgoing.writeHead(502, {'content-type': 'application/json'})
    outgoing.end(unreachable(lake, error))
  })
  outgoing.on('close', () => passed.destroy())
  incoming.pipe(passed)
}

/** Passes a WebSocket on. A lake that refuses it answers as for other requests. */
function forwardSocket(
  incoming: IncomingMessage,
  socket: Duplex,
  {head, lake}: {head: Buffer; lake: URL},
) {
  const passed = requestTo(lake, incoming)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => passed.destroy())
  passed.on('upgrade', (response, upstream, first) => {
    upstream.on('error', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
    socket.write(headOf(response.statusCode ?? 101, response.headers))
    socket.write(first)
    upstream.write(head)
    upstream.pipe(socket).pipe(upstream)
  })
  passed.on('response', (response) => {
    const {'transfer-encoding': _encoding, ...headers} = response.headers
    socket.write(headOf(response.statusCode ?? 502, {...headers, connection: 'close'}))
    response.pipe(socket)
    response.on('error', () => socket.destroy())
  })
  passed.on('error', (error) => {
    const headers = {'content-type': 'application/json', connection: 'close'}
    socket.end(`${headOf(502, headers)}${unreachable(lake, error)}`)
  })
  passed.end()
}

function headOf(status: number, headers: OutgoingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}\r\n`),
  )
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`
}

function requestTo(lake: URL, {method, url, headers}: IncomingMessage): ClientRequest {
  const host = lakeHost(headers.host ?? '', lake.host)
  const send = lake.protocol === 'https:' ? secureRequest : request
  return send({
    host: '127.0.0.1',
    port: lake.port,
    method,
    path: url,
    headers: {...headers, host},
    // The certificate of a lake on this machine is often one that Node does not know.
    rejectUnauthorized: false,
  })
}

function unreachable(lake: URL, error: Error): string {
  const message = `Could not reach the lake at ${lake.origin} (${error.message}). Start it again.`
  return JSON.stringify({error: 'Bad Gateway', message})
}

function reportRefusal(response: IncomingMessage, onRefusal: (reason: string) => void) {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.once('end', () => {
    const message = messageIn(Buffer.concat(chunks).toString())
    if (message !== undefined) onRefusal(message)
  })
}

function messageIn(body: string): string | undefined {
  try {
    const {message} = Object(JSON.parse(body))
    return typeof message === 'string' ? message : undefined
  } catch {
    return undefined
  }
}
