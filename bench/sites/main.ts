/**
 * Measures the cost of a visitor: the meetings page and events.json from the built site, compared with
 * Astro's server of static files with the same bytes. `handler` is the calendar's handler alone.
 *
 * Runs all on this machine, one after the other, under wrk with 50 connections. Uses autocannon if wrk is
 * not installed. Goals: at least 1,000 pages/s with a 95th percentile below 60 ms, and at least 5,000
 * events.json/s from the built site. `npm run bench -- sites --seconds 4` is a short run.
 */
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {sampleFeeds, startLake, startSite} from '../../test/support/siteServer.ts'
import {freePorts} from '../../test/browser/support/freePorts.ts'
import {type Load, loadTool, measureLoad} from './load.ts'
import {startServer} from './startServer.ts'

const root = resolve(import.meta.dirname, '../..')
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 8
const tool = loadTool()
const path = '/community/meetings/'
const gzip = {'accept-encoding': 'gzip'}

console.log(`${tool.name}, 50 connections, ${seconds} s each after a warm-up of 1 s\n`)

const [handlerPort = 0, astroPort = 0] = await freePorts(2)
const stops: (() => Promise<void>)[] = []
const folder = mkdtempSync(join(root, '.touchpoints-bench-'))

try {
  const lake = await startLake('sample')
  stops.push(lake.stop)
  const site = await startSite({SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds})
  stops.push(site.stop)
  const handler = await startServer('handler', [join(import.meta.dirname, 'handler.ts')], {
    port: handlerPort,
    cwd: root,
  })
  stops.push(() => handler.stop())

  const page = await (await fetch(site.url + path)).text()
  const events = await (await fetch(`${site.url}/api/events.json`)).text()
  const astro = await startAstro(folder, {'page.html': page, 'events.json': events})
  stops.push(astro.stop)

  await compare(`page, ${size(page)}`, [
    ['Astro, static', `${astro.url}/page.html`, {}],
    ['site', site.url + path, {}],
    ['site, gzip', site.url + path, gzip],
    ['site, 304', site.url + path, {'if-none-match': await etagOf(site.url + path)}],
  ])
  const handlerUrl = `http://127.0.0.1:${handlerPort}/api/events.json`
  await compare(`events.json, ${size(events)}`, [
    ['Astro, static', `${astro.url}/events.json`, {}],
    ['site', `${site.url}/api/events.json`, {}],
    ['site, gzip', `${site.url}/api/events.json`, gzip],
    ['handler, gzip', handlerUrl, gzip],
  ])
} finally {
  for (const stop of stops.toReversed()) await stop()
  rmSync(folder, {recursive: true, force: true})
}

type Contender = readonly [name: string, url: string, headers: Record<string, string>]

/** Prints the throughput of each contender, and its ratio to the first. */
async function compare(title: string, contenders: readonly Contender[]): Promise<void> {
  console.log(title)
  let peer: Load | undefined
  for (const [name, url, headers] of contenders) {
    await measureLoad(tool, url, headers, 1)
    const load = await measureLoad(tool, url, headers, seconds)
    peer ??= load
    const ratio = `${(load.perSecond / peer.perSecond).toFixed(2)} x Astro`
    console.log(
      `  ${name.padEnd(16)} ${load.perSecond.toFixed(0).padStart(8)} requests/s  95th ${load.p95.toFixed(2).padStart(7)} ms  ${ratio}`,
    )
  }
  console.log('')
}

/** Builds an Astro site with these files and serves it with `astro preview`. */
async function startAstro(
  site: string,
  files: Record<string, string>,
): Promise<{url: string; stop: () => Promise<void>}> {
  mkdirSync(join(site, 'public'))
  mkdirSync(join(site, 'src/pages'), {recursive: true})
  writeFileSync(join(site, 'package.json'), '{"type": "module", "private": true}\n')
  writeFileSync(join(site, 'src/pages/index.astro'), '<p>A page</p>\n')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, 'public', name), text)
  symlinkSync(join(root, 'node_modules'), join(site, 'node_modules'))
  const program = join(root, 'node_modules/astro/bin/astro.mjs')
  const build = await startServer('astro build', [program, 'build'], {cwd: site})
  await build.ended
  const options = ['--host', '127.0.0.1', '--port', String(astroPort)]
  const preview = await startServer('astro preview', [program, 'preview', ...options], {
    port: astroPort,
    cwd: site,
  })
  return {url: `http://127.0.0.1:${astroPort}`, stop: () => preview.stop()}
}

async function etagOf(url: string): Promise<string> {
  return (await fetch(url)).headers.get('etag') ?? ''
}

function size(text: string): string {
  return `${(Buffer.byteLength(text) / 1024).toFixed(0)} kB`
}
