import {connect} from 'node:net'
import {setTimeout as delay} from 'node:timers/promises'

import type {Arena, Attack} from '../attack.ts'
import {statusOf} from '../request.ts'

/** How long connections are held, in milliseconds. */
const hold = 4000

/** More connections and slower ones than any visitor has. */
export const floodAttacks: Attack[] = [
  {
    kind: 'flood',
    name: '200 connections to the page',
    run: (arena) => {
      const {siteUrl, pagePath} = arena.product
      return requests(200, () => `${siteUrl}${pagePath}`, arena)
    },
  },
  ...['/api/events.json', '/api/health'].map((path): Attack => ({
    kind: 'flood',
    name: `200 connections to ${path}`,
    run: (arena) => requests(200, () => `${arena.product.siteUrl}${path}`, arena),
  })),
  {
    kind: 'flood',
    name: '200 pages that no cache has',
    run: (arena) =>
      requests(
        200,
        (n) =>
          `${arena.product.siteUrl}${arena.product.pagePath}?x=${n}-${arena.random.integer(1e9)}`,
        arena,
      ),
  },
  {
    kind: 'flood',
    name: '200 queries',
    run: (arena) =>
      requests(
        200,
        (n) =>
          `${arena.product.lakeUrl}/v1/data/query/production?query=${encodeURIComponent(`*[_id > "${n}"]|order(title)`)}`,
        arena,
      ),
  },
  ...(['lakeUrl', 'siteUrl'] as const).map((server): Attack => ({
    kind: 'flood',
    name: `100 slow requests to the ${server === 'lakeUrl' ? 'lake' : 'site'}`,
    run: (arena) => slowly(arena.product[server], arena),
  })),
  {
    kind: 'flood',
    name: '30 listeners that do not read, and large edits',
    run: stalledListeners,
  },
]

async function requests(
  count: number,
  url: (n: number) => string,
  {signal}: Arena,
): Promise<string> {
  const outcomes = await Promise.all(
    Array.from({length: count}, (_, n) => statusOf(url(n), {signal})),
  )
  return [...Map.groupBy(outcomes, (outcome) => outcome)]
    .map(([outcome, all]) => `${all.length}×${outcome}`)
    .toSorted()
    .join(' ')
}

/** Opens connections and sends one byte of a header at a time. */
async function slowly(url: string, {signal}: Arena): Promise<string> {
  const {hostname, port} = new URL(url)
  const sockets = Array.from({length: 100}, () => connect({host: hostname, port: Number(port)}))
  let closed = 0
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.on('close', () => (closed += 1))
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX: ')
  }
  const end = performance.now() + hold
  while (performance.now() < end && !signal.aborted) {
    for (const socket of sockets) socket.write('x')
    await delay(200)
  }
  const open = sockets.length - closed
  for (const socket of sockets) socket.destroy()
  return open > 0 ? 'held open' : 'closed'
}

async function stalledListeners({product, signal, random}: Arena): Promise<string> {
  const {hostname, port} = new URL(product.lakeUrl)
  const sockets = Array.from({length: 30}, () => {
    const socket = connect({host: hostname, port: Number(port)})
    socket.on('error', () => {})
    socket.pause()
    const path = `/v1/data/listen/production?query=${encodeURIComponent('*')}&includeResult=true`
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    return socket
  })
  const id = `hostile-edits-${random.integer(1e9)}`
  const mutate = (mutation: object) =>
    statusOf(`${product.lakeUrl}/v1/data/mutate/production`, {
      method: 'POST',
      body: JSON.stringify({mutations: [mutation]}),
      signal,
    })
  const outcomes = new Set<string>()
  for (let edit = 0; edit < 40 && !signal.aborted; edit++) {
    const text = `${edit}`.repeat(100_000)
    outcomes.add(await mutate({createOrReplace: {_id: id, _type: 'hostile', text}}))
  }
  await mutate({delete: {id}})
  for (const socket of sockets) socket.destroy()
  return `edits ${[...outcomes].toSorted().join(' ')}`
}
