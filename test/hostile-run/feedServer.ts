import {once} from 'node:events'
import {createServer, type ServerResponse} from 'node:http'
import {gzipSync} from 'node:zlib'

/** A server of feeds that behave badly. Each path is one way. */
export interface FeedServer {
  /** Such as `127.0.0.1:41000`. */
  host: string
  /** The ways, as paths. */
  paths: readonly string[]
  /** Stops listening and closes every connection, as a server that is down. */
  goDown: () => Promise<void>
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

type Way = (response: ServerResponse) => void

const start = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hostile//EN\r\n'

const ways: Readonly<Record<string, Way>> = {
  '/slow-drip': (response) => repeat(response, 'X', 200),
  '/never-ending': (response) => repeat(response, `X-FILL:${'x'.repeat(60_000)}\r\n`, 0),
  '/silent': (response) => response.flushHeaders(),
  '/gzip-bomb': (response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(bomb())
  },
  '/redirect-loop': (response) => response.writeHead(302, {location: '/redirect-loop'}).end(),
  '/redirect-inside': (response) =>
    response.writeHead(302, {location: 'http://169.254.169.254/latest/meta-data/'}).end(),
  '/redirect-file': (response) => response.writeHead(302, {location: 'file:///etc/hostname'}).end(),
  '/reset': (response) => {
    response.write(start)
    response.socket?.resetAndDestroy()
  },
  '/long-header': (response) =>
    response.setHeader('x-long', 'x'.repeat(100_000)) && response.end(start),
  '/wrong-length': (response) => {
    response.setHeader('content-length', '1000000')
    response.write(start)
    response.socket?.end()
  },
  '/binary': (response) => response.end(Buffer.alloc(1_000_000, 0xff)),
}

/** Compressed once: 200 MB of one letter. */
let compressed: Buffer | undefined
function bomb(): Buffer {
  compressed ??= gzipSync(Buffer.alloc(200_000_000, 'x'))
  return compressed
}

/** Writes a text again and again until the client leaves. 0 writes as fast as the client reads. */
function repeat(response: ServerResponse, text: string, delay: number): void {
  response.write(start)
  if (delay > 0) {
    const timer = setInterval(() => response.write(text), delay)
    response.on('close', () => clearInterval(timer))
    return
  }
  const fill = () => {
    while (!response.destroyed && response.write(text));
  }
  response.on('drain', fill)
  fill()
}

export async function startFeedServer(): Promise<FeedServer> {
  const server = createServer((request, response) => {
    response.on('error', () => {})
    const way = ways[new URL(request.url ?? '', 'http://feeds').pathname]
    if (way) way(response)
    else response.writeHead(404).end()
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const goDown = async () => {
    server.close()
    server.closeAllConnections()
    if (server.listening) await once(server, 'close')
  }
  await listen(0)
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The feed server has no port.')
  const {port} = address
  return {
    host: `127.0.0.1:${port}`,
    paths: Object.keys(ways),
    goDown,
    comeBack: () => listen(port),
    close: goDown,
  }
}
