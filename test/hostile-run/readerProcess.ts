import {createServer} from 'node:http'

import {fetchCalendar, guardedFetch} from '../../calendar/fetch/index.ts'

// Reads feeds over the network: <port> <host that it may request>. `/read?url=` returns how it went.
const [, , port = '', host = ''] = process.argv
const allowHosts = [host]
const fetch = guardedFetch({allowHosts})
const limits = {deadline: 2000, timeout: 3000}
createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://reader').searchParams.get('url') ?? ''
  // Its own id, so that no copy of an earlier feed is returned.
  fetchCalendar({id: url, url}, {fetch, allowHosts, limits}).then(
    ({health}) => response.end('fault' in health ? health.fault.code : health.state),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(port), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit())
