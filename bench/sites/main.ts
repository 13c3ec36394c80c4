/**
 * Measures the cost of a visitor: events.json from a warm handler, compared with Astro's server of static
 * files with the same bytes.
 *
 * Runs both on this machine, one after the other, under wrk with 50 connections. Uses autocannon if wrk is
 * not installed. Goals: at least 2,000 requests/s, and a 95th percentile of at most 10 ms.
 */
import {mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {measureLoad, loadTool} from './load.ts'
import {startServer} from './startServer.ts'

const root = resolve(import.meta.dirname, '../..')
const ports = {handler: 3980, astro: 3981}
const tool = loadTool()

console.log(`${tool.name}, 50 connections, 8 s each after a warm-up of 2 s\n`)

const handler = await startServer('handler', [join(import.meta.dirname, 'handler.ts')], {
  port: ports.handler,
  cwd: root,
})
const address = `http://127.0.0.1:${ports.handler}/api/events.json`
const body = await (await fetch(address)).text()

const site = mkdtempSync(join(root, '.touchpoints-bench-'))
mkdirSync(join(site, 'public'))
mkdirSync(join(site, 'src/pages'), {recursive: true})
writeFileSync(join(site, 'package.json'), '{"type": "module", "private": true}\n')
writeFileSync(join(site, 'src/pages/index.astro'), '<p>A page</p>\n')
writeFileSync(join(site, 'public/events.json'), body)
symlinkSync(join(root, 'node_modules'), join(site, 'node_modules'))
const astro = join(root, 'node_modules/astro/bin/astro.mjs')

try {
  const build = await startServer('astro build', [astro, 'build'], {cwd: site})
  await build.ended
  const preview = ['preview', '--host', '127.0.0.1', '--port', String(ports.astro)]
  const files = await startServer('astro preview', [astro, ...preview], {
    port: ports.astro,
    cwd: site,
  })
  const contenders = [
    ['handler', address, {}],
    ['handler, gzip', address, {'accept-encoding': 'gzip'}],
    ['Astro, static', `http://127.0.0.1:${ports.astro}/events.json`, {}],
  ] as const
  const measured = new Map<string, {perSecond: number; p95: number}>()
  for (const [name, url, headers] of contenders) {
    await measureLoad(tool, url, headers, 2)
    measured.set(name, await measureLoad(tool, url, headers, 8))
  }
  await files.stop()
  console.log(`events.json: ${(body.length / 1024).toFixed(0)} kB\n`)
  const peer = measured.get('Astro, static')
  for (const [name, {perSecond, p95}] of measured) {
    const ratio = peer ? `${(perSecond / peer.perSecond).toFixed(2)} x Astro` : ''
    console.log(
      `${name.padEnd(16)} ${perSecond.toFixed(0).padStart(8)} requests/s  95th ${p95.toFixed(2).padStart(7)} ms  ${ratio}`,
    )
  }
} finally {
  await handler.stop()
  rmSync(site, {recursive: true, force: true})
}
