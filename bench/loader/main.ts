/**
 * Measures what the loader adds to a bare client: the query of a page through a served lake, with and
 * without the loader's validation. Both alternate, so that other load affects both.
 */
import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {createLake, serve} from '../../lake/index.ts'
import {ResultReader} from '../../loaders/results/ResultReader.ts'
import {readDocument} from '../../loaders/results/readDocument.ts'
import {createLoader, touchpointView, type QueryClient} from '../../loaders/index.ts'
import {readContent} from '../../test/support/readContent.ts'

const rounds = 200
const warmUp = 30
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
const recordingClient: QueryClient = {
  fetch: (...args) => {
    request = args
    return client.fetch(...args)
  },
}
const loader = createLoader({client: recordingClient, now: '2024-03-20T00:00:00Z'})
const {data} = await loader.meetingsPage()

const times: {bare: number[]; loader: number[]} = {bare: [], loader: []}
for (let round = 0; round < rounds + warmUp; round++) {
  const bare = await timed(async () => request && client.fetch(...request))
  const through = await timed(() => loader.meetingsPage())
  if (round < warmUp) continue
  times.bare.push(bare)
  times.loader.push(through)
}
await server.close()
lake.close()

const [bare, through] = [median(times.bare), median(times.loader)]
console.log(`page query, bare client      ${bare.toFixed(2)} ms (median of ${rounds})`)
console.log(`page query through loader    ${through.toFixed(2)} ms`)
console.log(`ratio                        ${(through / bare).toFixed(2)} (goal: at most 1.30)`)

const touchpoints = Array.from(
  {length: 1000},
  (_, index) => data.upcoming[index % data.upcoming.length],
)
const text = JSON.stringify(touchpoints.map((touchpoint) => ({...touchpoint})))
const parses: {json: number[]; views: number[]} = {json: [], views: []}
for (let round = 0; round < 40; round++) {
  let items: unknown
  const json = await timed(() => (items = JSON.parse(text)))
  const views = await timed(() =>
    new ResultReader({items}, {read: readDocument, audience: 'everyone'}).list(
      'items',
      touchpointView,
    ),
  )
  if (round < 10) continue
  parses.json.push(json)
  parses.views.push(views)
}
const [json, views] = [median(parses.json), median(parses.views)]
console.log(
  `JSON.parse, 1,000 touchpoints ${json.toFixed(2)} ms, ${(text.length / 1e6).toFixed(1)} MB`,
)
console.log(`their view, warm              ${views.toFixed(2)} ms, ${(views / json).toFixed(1)} x`)

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
