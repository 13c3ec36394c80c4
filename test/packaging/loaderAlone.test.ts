import {execFile} from 'node:child_process'
import {copyFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {Miniflare} from 'miniflare'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {startLake} from '../support/siteServer.ts'
import {workspaces} from '../support/workspaces.ts'
import {emptyProject} from './support/emptyProject.ts'
import {asOf, knownMeeting} from './support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from './support/installTarballs.ts'
import {typeErrors} from './support/typeErrors.ts'
import {bundleWorker} from './worker/bundleWorker.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  const project = await emptyProject()
  folder = project.folder
  await installTarballs(folder, loaderTarballs)
}, installTime)

afterAll(() => rm(folder, {recursive: true, force: true}))

test('npx touchpoints says in one line which package has the command', async () => {
  await expect(run('npx', ['touchpoints', 'dev'], {cwd: folder})).rejects.toMatchObject({
    code: 1,
    stderr:
      'The touchpoints command is in @touchpoints/cli: npm install --save-dev @touchpoints/cli\n',
  })
})

test('declarations of every door need no package but the optional peer of two', async () => {
  const installed = new Set(['calendar', 'words', 'schemas', 'loaders'])
  const doors = workspaces()
    .filter((workspace) => installed.has(workspace.folder))
    .flatMap((workspace) => [...workspace.doors.keys()])
  const lines = doors.map((door, index) => `export * as door${index} from '${door}'`)
  await writeFile(join(folder, 'doors.ts'), lines.join('\n'))
  const errors = await typeErrors(folder, {include: ['doors.ts'], skipLibCheck: false})
  const missing = errors.map(
    (error) => /TS2307: Cannot find module '(.+?)'/.exec(error)?.[1] ?? error,
  )
  // The schema is for projects that have `sanity`, the Astro adapter for those that have Astro.
  expect([...new Set(missing)].sort()).toEqual(['@sanity/types', 'astro/loaders'])
})

describe('in workerd', () => {
  let code: string
  let builtIns: string[]

  beforeAll(async () => {
    // Beside the packages: what it imports is resolved from where it lies.
    await copyFile(
      fileURLToPath(new URL('worker/worker.ts', import.meta.url)),
      join(folder, 'worker.ts'),
    )
    const bundled = await bundleWorker(join(folder, 'worker.ts'), folder)
    code = bundled.code
    builtIns = bundled.builtIns
  })

  function startWorker(bindings: Record<string, string>) {
    return new Miniflare({
      host: '127.0.0.1',
      // No look-up of the machine's place at a server of Cloudflare.
      cf: false,
      modules: [{type: 'ESModule', path: 'worker.mjs', contents: code}],
      compatibilityDate: '2026-06-01',
      bindings,
      // What workerd writes is in the error of a worker that does not start.
      handleRuntimeStdio: (output: Readable, errors: Readable) => {
        output.resume()
        errors.resume()
      },
    })
  }

  test('a feed and a lake become one events.json and one calendar.ics', async () => {
    const lake = await startLake('sample')
    const worker = startWorker({LAKE: lake.url, FEED: feed, NOW: asOf})
    const events = await worker.dispatchFetch('https://example.org/events.json')
    const document: {events: {title: string; start: string}[]} = Object(await events.json())
    const standup = document.events.filter(({title}) => title === 'Stand-up')
    expect(standup.map(({start}) => start)).toEqual([
      // Madrid's clocks go forward on 31 March.
      '2024-03-27T09:00:00Z',
      '2024-04-03T08:00:00Z',
    ])
    expect(document.events.map(({title}) => title)).toContain(knownMeeting)
    const calendar = await worker.dispatchFetch('https://example.org/calendar.ics')
    expect(await calendar.text()).toContain('SUMMARY:Stand-up')
    await worker.dispose()
    await lake.stop()
  })

  test('no module of Node is needed, so the worker has no compatibility flag', () => {
    expect(builtIns).toEqual([])
  })
})

const feed = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//touchpoints//test//EN',
  'BEGIN:VEVENT',
  'UID:stand-up',
  'DTSTAMP:20240101T000000Z',
  'DTSTART;TZID=Europe/Madrid:20240327T100000',
  'DURATION:PT15M',
  'RRULE:FREQ=WEEKLY;COUNT=2',
  'SUMMARY:Stand-up',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
