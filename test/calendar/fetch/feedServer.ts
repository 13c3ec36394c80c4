import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {once} from 'node:events'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on loopback. A test sets its response and reads its requests. */
export interface FeedServer extends AsyncDisposable {
  url: string
  host: string
  requests: IncomingMessage[]
  respond: Handler
}

export async function feedServer(respond: Handler): Promise<FeedServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    feeds.respond(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const feeds: FeedServer = {
    url: `http://127.0.0.1:${port}/basic.ics`,
    host: `127.0.0.1:${port}`,
    requests,
    respond,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return feeds
}

export function sends(
  text: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Handler {
  return (_request, response) => {
    response.writeHead(status, {'content-type': 'text/calendar; charset=utf-8', ...headers})
    response.end(text)
  }
}

/** Returns a calendar with one event a day from 1 March 2024 on. */
export function calendarOf(count: number, title = 'Call'): string {
  const events = Array.from({length: count}, (_, index) => {
    const day = new Date(Date.UTC(2024, 2, 1 + index)).toISOString().slice(0, 10)
    return [
      'BEGIN:VEVENT',
      `UID:${index}@example.org`,
      'DTSTAMP:20240101T000000Z',
      `DTSTART:${day.replaceAll('-', '')}T120000Z`,
      `DTEND:${day.replaceAll('-', '')}T130000Z`,
      `SUMMARY:${title} ${index}`,
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', '']
  return lines.join('\r\n')
}
