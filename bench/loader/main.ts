/**
 * Measures what the loader adds to a bare client: the query of a page through a served lake, with and
 * without the loader's validation. Both alternate, so that other load affects both.
 */
import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {createLake, serve} from '../../lake/index.ts'
import {ResultReader} from '../../loaders/results/ResultReader.ts'
import {propertyAt} from '../../loaders/results/path.ts'
import {readDocument} from '../../loaders/results/readDocument.ts'
import {createLoader, touchpointView, type QueryClient} from '../../loaders/index.ts'
import {readContent} from '../../test/support/readContent.ts'

const warmUp = 50
const content = readContent()

const lake = createLake({file: ':memory:', projectId: 'bench', dataset: 'production'})
lake.import([
  {file: 'sample', text: content.map((document) => JSON.stringify(document)).join('\n')},
])
const server = await serve(lake, {port: 0})
const client = createClient({
  projectId: 'bench',
  dataset: 'production',
  apiHost: server.url,
  apiVersion,
  useProjectHostname: false,
  useCdn: false,
})

let request: Parameters<QueryClient['fetch']> | undefined
let answer: unknown
const recordingClient: QueryClient = {
  fetch: async (...args) => {
    request = args
    const response = await client.fetch(...args)
    answer = response.result
    return response
  },
}
const loader = createLoader({client: recordingClient, now: '2024-03-20T00:00:00Z'})
await loader.meetingsPage()
const list = propertyAt(answer, 'upcoming')
const upcoming: readonly unknown[] = Array.isArray(list) ? list : []

const [bare, through] = await alternate(
  200,
  async () => request && client.fetch(...request),
  () => loader.meetingsPage(),
)
await server.close()
lake.close()

console.log(`page query, bare client       ${bare.toFixed(2)} ms (lower quartile of 200)`)
console.log(`page query through loader     ${through.toFixed(2)} ms`)
console.log(`ratio                         ${(through / bare).toFixed(2)} (goal: at most 1.20)`)

// In parts of 50, because other work on the machine interrupts few of these.
let [json, views, bytes] = [0, 0, 0]
for (let part = 0; part < 20; part++) {
  const touchpoints = Array.from(
    {length: 50},
    (_, index) => upcoming[(part * 50 + index) % upcoming.length],
  )
  const text = JSON.stringify(touchpoints)
  let items: unknown
  const [jsonOfPart, viewsOfPart] = await alternate(
    100,
    () => (items = JSON.parse(text)),
    () =>
      new ResultReader({items}, {read: readDocument, audience: 'everyone', added: undefined}).list(
        'items',
        touchpointView,
      ),
  )
  json += jsonOfPart
  views += viewsOfPart
  bytes += text.length
}
console.log(
  `JSON.parse, 1,000 touchpoints ${json.toFixed(2)} ms, ${(bytes / 1e6).toFixed(1)} MB as the lake returns them`,
)
console.log(
  `their view, warm              ${views.toFixed(2)} ms, ${(views / json).toFixed(1)} x (goal: at most 3.0)`,
)

/** Returns lower quartiles in milliseconds, because other work on the machine only adds to a time. The first rounds warm up. */
async function alternate(
  rounds: number,
  ...works: [first: () => unknown, second: () => unknown]
): Promise<[first: number, second: number]> {
  const [first, second]: [number[], number[]] = [[], []]
  for (let round = -warmUp; round < rounds; round++) {
    const [one, other] = [await timed(works[0]), await timed(works[1])]
    if (round < 0) continue
    first.push(one)
    second.push(other)
  }
  return [lowerQuartile(first), lowerQuartile(second)]
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function lowerQuartile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN
}
