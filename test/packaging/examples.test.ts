import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readFile, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {readContent} from '../support/readContent.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'loaders/cli/main.ts')
const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((path) => existsSync(path))
const long = 120_000

let folder: string
let lake: Lake
let server: RunningLake
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-examples-'))
  await cp(join(root, 'examples'), folder, {recursive: true})
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const text = readContent()
    .map((document) => JSON.stringify(document))
    .join('\n')
  lake.import([{file: 'content.ndjson', text}])
  server = await serve(lake, {port: 0})
  env = {
    ...process.env,
    SANITY_API_HOST: server.url,
    TOUCHPOINTS_SAMPLE_FEEDS: join(root, 'content/feeds'),
    ASTRO_TELEMETRY_DISABLED: '1',
  }
})

afterAll(async () => {
  await server.close()
  lake.close()
  await rm(folder, {recursive: true, force: true})
})

const touchpoints = (cwd: string, ...args: string[]) =>
  run(process.execPath, [cli, ...args], {cwd, env, timeout: long})

describe('the examples, as they stand', () => {
  test.runIf(hugo)(
    'Hugo builds its site from an export of the lake',
    async () => {
      const site = join(folder, 'hugo')
      await touchpoints(site, 'export', '.', '--format', 'hugo', '--now', '2024-03-20T00:00:00Z')
      const clock = ['--clock', '2024-03-20T00:00:00Z', '--buildFuture']
      await run(hugo ?? '', ['--source', site, ...clock], {timeout: long})
      const page = await readFile(join(site, 'public/community/meetings/index.html'), 'utf8')
      expect(page).toContain('Security Management')
      expect(page).toContain('OSPO Book Working Group')
    },
    long,
  )

  test(
    'the plain page finds beside it what the command writes',
    async () => {
      const site = join(folder, 'plain')
      await touchpoints(site, 'export', 'events.json')
      await touchpoints(site, 'export', 'calendar.ics')
      const page = await readFile(join(site, 'index.html'), 'utf8')
      const asked = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name = '']) => name)
      const there = asked.filter((name) => name !== 'element.js' && existsSync(join(site, name)))
      expect(there).toEqual(['events.json', 'events.json', 'calendar.ics'])
    },
    long,
  )

  test(
    'Astro builds a page for each touchpoint',
    async () => {
      const site = join(folder, 'astro')
      await mkdir(join(site, 'node_modules/touchpoints'), {recursive: true})
      for (const name of ['astro', '@sanity', 'zod']) {
        await symlink(join(root, 'node_modules', name), join(site, 'node_modules', name))
      }
      for (const name of ['package.json', 'dist', 'node_modules']) {
        await symlink(join(root, name), join(site, 'node_modules/touchpoints', name))
      }
      const astro = join(site, 'node_modules/astro/bin/astro.mjs')
      await run(process.execPath, [astro, 'build'], {cwd: site, env, timeout: long})
      const page = await readFile(
        join(site, 'dist/2024-03-28-security-management/index.html'),
        'utf8',
      )
      expect(page).toContain('Dana Wang')
    },
    2 * long,
  )
})
