import {createServer, type ServerResponse} from 'node:http'

const sources = new Map([
  ['/feeds/community.ics', 'https://example.org/community.ics'],
  ['/feeds/partner.ics', 'https://example.org/partner.ics'],
])

createServer(({url = ''}, response) => {
  void answer(sources.get(url), response)
}).listen(3000)

async function answer(source: string | undefined, response: ServerResponse) {
  if (source === undefined) {
    response.writeHead(404).end()
    return
  }
  try {
    const feed = await fetch(source, {signal: AbortSignal.timeout(10_000)})
    response.writeHead(feed.ok ? 200 : 502, {'content-type': 'text/calendar; charset=utf-8'})
    response.end(feed.ok ? await feed.text() : '')
  } catch (error) {
    console.error(source, error)
    response.writeHead(502).end()
  }
}
