import {execFile} from 'node:child_process'
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'

import {freePorts} from '../browser/support/freePorts.ts'
import {linkedProject} from './support/linkedProject.ts'
import {startGroup} from './support/processGroup.ts'

const run = promisify(execFile)

/** Bounds against hanging. Everything ends within 5 seconds on a machine with nothing else to do. */
const patience = {timeout: 60_000}

let env: NodeJS.ProcessEnv
let lakePort: number

beforeAll(async () => {
  const [site, studio, lake = 0, nobody] = await freePorts(4)
  lakePort = lake
  env = {
    ...process.env,
    TOUCHPOINTS_SITE_PORT: String(site),
    TOUCHPOINTS_STUDIO_PORT: String(studio),
    TOUCHPOINTS_LAKE_PORT: String(lake),
    SANITY_API_HOST: `http://127.0.0.1:${nobody}`,
  }
})

/** An empty project until the end of the test. */
async function project(): Promise<string> {
  const linked = await linkedProject()
  onTestFinished(() => linked[Symbol.asyncDispose]())
  return linked.folder
}

function lakeAnswers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${lakePort}/v1/ping`).then(
    ({ok}) => ok,
    () => false,
  )
}

describe('npx touchpoints, from tarballs in an empty folder', () => {
  test.each([
    {command: '--help', code: 0, says: 'touchpoints dev'},
    {command: 'dev --help', code: 0, says: 'Usage: touchpoints dev'},
    {command: 'no-such-command', code: 1, says: '✗ Unknown command "no-such-command"'},
    {command: 'check', code: 1, says: '✗ '},
    {command: 'check missing.ndjson', code: 1, says: 'missing.ndjson'},
    {command: 'import', code: 1, says: '✗ '},
    {command: 'import missing.ndjson', code: 1, says: 'missing.ndjson'},
    {command: 'export', code: 1, says: '✗ '},
    {command: 'export events.json', code: 1, says: '✗ '},
    {command: 'doctor', code: 1, says: 'Content Lake'},
  ])('$command ends with $code and says why, without a stack trace', async (expected) => {
    const cwd = await project()
    const args = ['touchpoints', ...expected.command.split(' ')]
    const result = await run('npx', args, {cwd, env, ...patience}).then(
      (output) => ({code: 0, ...output}),
      (error: {code: number; stdout: string; stderr: string}) => error,
    )
    expect(result.code).toBe(expected.code)
    expect(result.stdout + result.stderr).toContain(expected.says)
    expect(result.stderr).not.toMatch(/^\s+at /m)
  })

  test('dev says in one line that a Studio needs sanity, and starts the rest', async () => {
    const cwd = await project()
    await writeFile(join(cwd, 'sanity.config.ts'), 'export default {}')
    const group = startGroup('npx', ['touchpoints', 'dev'], {cwd, env})
    onTestFinished(group.kill)
    await expect.poll(group.output, patience).toContain('Ctrl-C')
    expect(group.output()).toMatch(
      /^The Studio does not start: sanity is not installed\. Run `npm install sanity` in .*\.$/m,
    )
    expect(await lakeAnswers()).toBe(true)
    process.kill(group.id, 'SIGTERM')
    await expect.poll(group.isRunning, patience).toBe(false)
    expect(await lakeAnswers()).toBe(false)
  })

  test('dev in a folder with nothing to start says so, and leaves nothing behind', async () => {
    const cwd = await project()
    const group = startGroup('npx', ['touchpoints', 'dev'], {cwd, env})
    onTestFinished(group.kill)
    expect(await group.exit).toEqual([1, null])
    expect(group.output()).toContain('There is nothing to start')
    expect(group.output()).toContain('npx touchpoints init')
    expect(await lakeAnswers()).toBe(false)
  })

  test('dev in a folder with content alone runs the lake, and says what is not there', async () => {
    const cwd = await project()
    await mkdir(join(cwd, 'content'))
    const community = '{"_id": "community", "_type": "community", "name": "Reef"}\n'
    await writeFile(join(cwd, 'content/community.ndjson'), community)
    const group = startGroup('npx', ['touchpoints', 'dev'], {cwd, env})
    onTestFinished(group.kill)
    await expect.poll(group.output, patience).toContain('Ctrl-C')
    expect(group.output()).toContain('No Studio: this folder has no sanity.config.ts')
    expect(group.output()).toContain('No site: neither site/ nor this folder')
    expect(await lakeAnswers()).toBe(true)
    process.kill(group.id, 'SIGTERM')
    await expect.poll(group.isRunning, patience).toBe(false)
    expect(await lakeAnswers()).toBe(false)
  })

  test.each([
    {end: 'Ctrl-C', signal: 'SIGINT', everyone: true},
    {end: 'SIGTERM', signal: 'SIGTERM', everyone: false},
    // It cannot be passed on: what npm started has to notice by itself.
    {end: 'the death of npx', signal: 'SIGKILL', everyone: false},
  ] as const)(
    '$end ends dev, the lake, and a Studio that ignores it',
    async ({signal, everyone}) => {
      const cwd = await project()
      await writeStubbornStudio(cwd)
      const group = startGroup('npx', ['touchpoints', 'dev'], {cwd, env})
      onTestFinished(group.kill)
      await expect.poll(group.output, patience).toContain('Ctrl-C')
      expect(await lakeAnswers()).toBe(true)
      process.kill(everyone ? -group.id : group.id, signal)
      await expect.poll(group.isRunning, patience).toBe(false)
      expect(await lakeAnswers()).toBe(false)
    },
  )

  test('a process that stays would be noticed', async () => {
    const cwd = await project()
    const text = `process.on('SIGTERM', () => console.log('ignored')); setInterval(() => {}, 1000); console.log('up')`
    const group = startGroup(process.execPath, ['-e', text], {cwd, env})
    onTestFinished(group.kill)
    await expect.poll(group.output, patience).toContain('up')
    process.kill(group.id, 'SIGTERM')
    await expect.poll(group.output, patience).toContain('ignored')
    expect(await group.isRunning()).toBe(true)
    group.kill()
    await expect.poll(group.isRunning, patience).toBe(false)
  })
})

/** A package in the place of `sanity` that serves, and ends at no signal that can be ignored. */
async function writeStubbornStudio(folder: string) {
  await writeFile(join(folder, 'sanity.config.ts'), 'export default {}')
  const sanity = join(folder, 'node_modules/sanity')
  await mkdir(sanity)
  await writeFile(join(sanity, 'package.json'), '{"name": "sanity", "bin": "sanity.cjs"}')
  const text = `
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {})
    const server = require('node:http').createServer((_, response) => response.end())
    server.listen(Number(process.argv.at(-1)), '127.0.0.1')
  `
  await writeFile(join(sanity, 'sanity.cjs'), text)
}
