/**
 * Measures whether the memory of lake and site stays flat while editors edit, pages follow changes and
 * visitors come: `node bench/sites/soak.ts`, 15 minutes, or `--minutes 2`.
 *
 * Prints the memory of both once a minute, and the drift at the end: the median of the last quarter compared
 * with the median of the second. The first quarter fills the caches. Goal: at most 10 % for each.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'

import {lakeClient} from '../../test/support/lakeClient.ts'
import {freePort, sampleFeeds, startSite} from '../../test/support/siteServer.ts'

const root = resolve(import.meta.dirname, '../..')
const minutes = Number(process.argv[process.argv.indexOf('--minutes') + 1]) || 15
const listeners = 50
const editsPerSecond = 5
const paths = [
  '/community/meetings/',
  '/community/meetings/?zone=Europe/Madrid',
  '/community/meetings/2024-04-12-friday-touchpoint/',
  '/api/events.json',
  '/api/calendar.ics?region=EMEA',
  '/api/health',
  '/no-such-page',
]

const folder = mkdtempSync(join(tmpdir(), 'touchpoints-soak-'))
const port = await freePort()
const lakeUrl = `http://127.0.0.1:${port}`
const samples: {lake: number; site: number}[] = []
const counts = {edits: 0, visits: 0, events: 0, failures: 0}
const stop = new AbortController()
const script = join(root, 'bench/start/lakeProcess.ts')
const lake = spawn(process.execPath, [script, folder, String(port)], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})

try {
  while (!(await responds(`${lakeUrl}/v1/ping`))) await delay(100)
  const site = await startSite({SANITY_API_HOST: lakeUrl, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds})
  try {
    const pages = Array.from({length: listeners}, () => follow(site.url))
    const work = [edit(), visit(site.url), visit(site.url), ...pages, stall(site.url)]
    console.log(
      `${minutes} minutes: ${editsPerSecond} edits/s, ${listeners} open pages, one stalls\n`,
    )
    console.log(' minute lake MB site MB   edits  visits  events failures')
    await sample(site.pid)
    stop.abort()
    await Promise.all(work)
  } finally {
    await site.stop()
  }
} finally {
  lake.kill()
  await once(lake, 'exit')
  rmSync(folder, {recursive: true, force: true})
}

console.log('')
for (const name of ['lake', 'site'] as const) {
  const values = samples.map((sample) => sample[name])
  const quarter = Math.floor(values.length / 4)
  const before = median(values.slice(quarter, 2 * quarter))
  const after = median(values.slice(-quarter))
  const drift = ((after - before) / before) * 100
  console.log(
    `${name}: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB: ${drift.toFixed(1)} %`,
  )
  if (Math.abs(drift) > 10) process.exitCode = 1
}

/** An editor publishes: another title each time, of three touchpoints. */
async function edit(): Promise<void> {
  const client = lakeClient(lakeUrl)
  const ids = ['touchpoint-2024-04-12', 'touchpoint-2024-03-28']
  while (!stop.signal.aborted) {
    const id = ids[counts.edits % ids.length] ?? ''
    await client
      .patch(id)
      .set({summary: `Edited ${counts.edits} times. ${'A longer summary. '.repeat(20)}`})
      .commit()
      .catch(failed)
    counts.edits += 1
    await pause(1000 / editsPerSecond)
  }
}

async function visit(url: string): Promise<void> {
  while (!stop.signal.aborted) {
    const path = paths[counts.visits % paths.length] ?? '/'
    await fetch(url + path, {signal: stop.signal})
      .then((response) => response.arrayBuffer())
      .catch(failed)
    counts.visits += 1
    await pause(20)
  }
}

/** An open page follows changes, and is opened again after a while. */
async function follow(url: string): Promise<void> {
  while (!stop.signal.aborted) {
    const time = AbortSignal.timeout(20_000 + Math.round(Math.random() * 20_000))
    const open = AbortSignal.any([stop.signal, time])
    try {
      const response = await fetch(`${url}/api/live`, {signal: open})
      for await (const chunk of response.body ?? []) counts.events += chunk.length > 3 ? 1 : 0
    } catch (error) {
      if (!open.aborted) failed(error)
    }
  }
}

/** A page that follows changes and never reads them. */
async function stall(url: string): Promise<void> {
  while (!stop.signal.aborted) {
    await fetch(`${url}/api/live`, {signal: stop.signal}).catch(failed)
    await pause(60_000)
  }
}

/** Records the memory every five seconds, and prints it every minute. */
async function sample(sitePid: number | undefined): Promise<void> {
  const started = performance.now()
  for (let second = 5; second <= minutes * 60; second += 5) {
    await delay(Math.max(0, started + second * 1000 - performance.now()))
    const memory = {lake: memoryOf(lake.pid), site: memoryOf(sitePid)}
    samples.push(memory)
    if (second % 60 !== 0) continue
    const {edits, visits, events, failures} = counts
    const columns = [second / 60, memory.lake, memory.site, edits, visits, events, failures]
    console.log(columns.map((value) => String(Math.round(value)).padStart(7)).join(' '))
  }
}

function failed(error: unknown): void {
  if (stop.signal.aborted) return
  counts.failures += 1
  if (counts.failures <= 5) console.error(String(error))
}

async function pause(milliseconds: number): Promise<void> {
  await delay(milliseconds, undefined, {signal: stop.signal}).catch(() => {})
}

/** Resident memory in MB. Linux only. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function responds(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ok}) => ok,
    () => false,
  )
}
