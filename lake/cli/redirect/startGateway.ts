import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import {request as secureRequest} from 'node:https'
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
  const {method, url, headers} = incoming
  const host = lakeHost(headers.host ?? '', lake.host)
  const send = lake.protocol === 'https:' ? secureRequest : request
  const passed = send({
    host: '127.0.0.1',
    port: lake.port,
    method,
    path: url,
    headers: {...headers, host},
    // The certificate of a lake on this machine is often one that Node does not know.
    rejectUnauthorized: false,
  })
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
    const message = `Could not reach the lake at ${lake.origin} (${error.message}). Start it again.`
    outgoing.end(JSON.stringify({error: 'Bad Gateway', message}))
  })
  outgoing.on('close', () => passed.destroy())
  incoming.pipe(passed)
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
