import {setTimeout as delay} from 'node:timers/promises'

import {reasonOf} from '../../cli/reasonOf.ts'
import type {Product} from './product.ts'

/** One request of an honest client. */
export interface HonestRequest {
  what: string
  /** In milliseconds. */
  duration: number
  /** Why it failed. Absent when it was served. */
  failure?: string
  /** Whether a fault of the lake was announced at its start or its end. */
  faulty: boolean
}

/** How long an honest client waits for one request, in milliseconds. */
const patience = 10_000

const exports = ['/api/events.json', '/api/calendar.ics', '/api/health'] as const

/** Requests pages and exports in turn, until the signal aborts. */
export async function honestVisitor(
  product: Product,
  signal: AbortSignal,
  report: (request: HonestRequest) => void,
): Promise<void> {
  const visited = [product.pagePath, ...exports]
  for (let turn = 0; !signal.aborted; turn++) {
    const path = visited[turn % visited.length] ?? product.pagePath
    report(
      await timed(path, product, async () => {
        const response = await fetch(`${product.siteUrl}${path}`, {
          signal: AbortSignal.timeout(patience),
        })
        const text = await response.text()
        if (response.status !== 200) return `status ${response.status}: ${text.slice(0, 200)}`
        return isComplete(path, text) ? undefined : `incomplete: ${text.slice(0, 200)}`
      }),
    )
    await delay(50)
  }
}

function isComplete(path: string, text: string): boolean {
  if (path.endsWith('.ics')) return text.trimEnd().endsWith('END:VCALENDAR')
  return text.trimEnd().endsWith(path.startsWith('/api/') ? '}' : '</html>')
}

/** Writes a document and reads it back, until the signal aborts. Tries again when the lake is busy. */
export async function honestEditor(
  product: Product,
  signal: AbortSignal,
  report: (request: HonestRequest) => void,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    report(await timed('write and read', product, () => writeAndRead(product.lakeUrl, turn)))
    await delay(400)
  }
}

async function writeAndRead(lakeUrl: string, turn: number): Promise<string | undefined> {
  const signal = AbortSignal.timeout(patience)
  const document = {_id: 'honest-note', _type: 'note', turn}
  const body = JSON.stringify({mutations: [{createOrReplace: document}]})
  const write = await retried(`${lakeUrl}/v1/data/mutate/production`, {
    method: 'POST',
    body,
    signal,
  })
  if (!write.ok) return `write: status ${write.status}`
  await write.body?.cancel()
  const read = await retried(`${lakeUrl}/v1/data/doc/production/honest-note`, {signal})
  const text = await read.text()
  if (!read.ok) return `read: status ${read.status}`
  return text.includes(`"turn":${turn}`)
    ? undefined
    : `read: another revision ${text.slice(0, 200)}`
}

/** As @sanity/client does: a busy server is requested again. */
async function retried(url: string, init: RequestInit & {signal: AbortSignal}): Promise<Response> {
  for (;;) {
    const response = await fetch(url, init)
    if ((response.status !== 429 && response.status !== 503) || init.signal.aborted) return response
    await response.body?.cancel()
    await delay(200)
  }
}

async function timed(
  what: string,
  {isFaulty}: Product,
  work: () => Promise<string | undefined>,
): Promise<HonestRequest> {
  const before = isFaulty()
  const started = performance.now()
  const failure = await work().catch(reasonOf)
  const duration = performance.now() - started
  return {what, duration, faulty: before || isFaulty(), ...(failure !== undefined && {failure})}
}
