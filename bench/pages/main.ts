/**
 * Measures how long pages take to render with 1,500 sessions, compared with 100: the lower quartile of
 * alternating requests to two sites, because other work on the machine only adds to a time. Each request names
 * another time zone, so that no cache has the page.
 *
 * Goal: no page takes more than twice as long. `npm run bench -- pages --rounds 5` is a short run.
 */
import {createLake, serve} from '../../lake/index.ts'
import {startSite} from '../../test/support/siteServer.ts'
import {communityOf} from './communityOf.ts'

const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 12
const paths = [
  '',
  'calendar/',
  'archive/',
  'archive/2026/',
  'groups/',
  'series/',
  'series/series-1/',
  'people/',
  'people/person-1/',
  'topics/',
  'topics/topic-1/',
  'recordings/',
  'recordings/recording-1/',
  'session-1/',
]
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('America/'))
const stops: (() => Promise<void>)[] = []

async function siteOf(sessions: number): Promise<string> {
  const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const text = communityOf(sessions).map((document) => JSON.stringify(document))
  lake.import([{file: 'bench', text: text.join('\n')}])
  const served = await serve(lake, {port: 0})
  stops.push(async () => {
    await served.close()
    lake.close()
  })
  const site = await startSite({SANITY_API_HOST: served.url})
  stops.push(site.stop)
  return site.url
}

async function timed(url: string): Promise<{time: number; bytes: number}> {
  const start = performance.now()
  const response = await fetch(url)
  const bytes = (await response.arrayBuffer()).byteLength
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}.`)
  return {time: performance.now() - start, bytes}
}

function lowerQuartile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN
}

try {
  const small = await siteOf(100)
  const large = await siteOf(1500)
  console.log('page                        100 sessions   1,500   ratio   kB of 1,500')
  for (const path of paths) {
    const times: Record<'small' | 'large', number[]> = {small: [], large: []}
    let bytes = 0
    for (let round = -2; round < rounds; round++) {
      const zone = zones[(round + 2) % zones.length] ?? 'UTC'
      const address = `/meetings/${path}?zone=${zone}`
      const [first, second] = [await timed(small + address), await timed(large + address)]
      bytes = second.bytes
      if (round < 0) continue
      times.small.push(first.time)
      times.large.push(second.time)
    }
    const [few, many] = [lowerQuartile(times.small), lowerQuartile(times.large)]
    const cells = [
      few.toFixed(1).padStart(9),
      many.toFixed(1).padStart(10),
      (many / few).toFixed(2),
    ]
    console.log(
      `/${path.padEnd(26)} ${cells.join('  ')}   ${(bytes / 1000).toFixed(0).padStart(6)}`,
    )
  }
} finally {
  for (const stop of stops.toReversed()) await stop()
}
