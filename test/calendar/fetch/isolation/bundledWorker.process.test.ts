import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {build} from 'esbuild'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {root} from '../../../support/workspaces.ts'
import {feedAddressOf, feedFolder} from '../../../support/feedFolder.ts'
import {calendarOf} from '../feedServer.ts'

const feeds = feedFolder({good: calendarOf(2)})
const elsewhere = mkdtempSync(join(tmpdir(), 'touchpoints-elsewhere-'))
// Beside the packages, as the output of a framework is.
const cache = join(root, 'node_modules/.cache')
mkdirSync(cache, {recursive: true})
const output = mkdtempSync(join(cache, 'touchpoints-bundle-'))
const program = join(output, 'server.mjs')

const source = `
  import {isMainThread, threadId} from 'node:worker_threads'
  import {isolatedCalendars} from '@touchpoints/calendar/fetch'
  process.on('warning', ({code}) => console.log(code))
  const calendars = isolatedCalendars({sampleFolder: process.argv[2]})
  const feed = {id: 'good', title: 'Good', feedUrl: process.argv[3], own: false, titleFilters: []}
  const {events} = await calendars({
    feeds: [feed], touchpoints: [], cadences: [],
    from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z', now: '2024-03-20T00:00:00Z',
  })
  for (const {title} of events) console.log(title)
`

beforeAll(async () => {
  await build({
    stdin: {contents: source, resolveDir: root},
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The dependencies stay outside, and our own module is moved into the bundle.
    external: ['@noble/hashes', 'undici', 'rrule-temporal', 'temporal-polyfill', 'tiny-lru', 'zod'],
  })
})

afterAll(() => {
  for (const folder of [feeds, elsewhere, output]) rmSync(folder, {recursive: true, force: true})
})

test('a bundle that contains this package still starts the worker, from any working directory', async () => {
  const args = [program, feeds, feedAddressOf('good')]
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: elsewhere})
  // Without the worker, the first line would be the code of the warning.
  expect(stdout.trim().split('\n')).toEqual(['Call 0', 'Call 1'])
})
