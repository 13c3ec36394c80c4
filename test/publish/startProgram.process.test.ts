import {spawn} from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, expect, it, onTestFinished, vi} from 'vitest'

import {publishFolder} from './support/publishFolder.ts'

const secrets = {
  SANITY_API_READ_TOKEN: 'read-0123456789abcdef',
  SANITY_API_WRITE_TOKEN: 'write-0123456789abcdef',
  EDITORS: 'ana $2a$14$hash',
}
const names = ['touchpoints', 'node', 'caddy'] as const
type Name = (typeof names)[number]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchpoints-start-'))
  copyFileSync(join(publishFolder, 'start.mjs'), join(folder, 'start.mjs'))
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(folder, 'bin'))
  chmodSync(folder, 0o777)
  return () => rmSync(folder, {recursive: true})
})

/** Starts the container's program with a program of this text in the place of each of the three. */
function start(text: Partial<Record<Name, string>> = {}) {
  const wait = 'setInterval(() => {}, 1000)'
  for (const name of names) {
    const file = join(folder, 'bin', name)
    const report = `require('fs').writeFileSync('${folder}/${name}.json', JSON.stringify({env: process.env, args: process.argv.slice(2), uid: process.getuid()}))`
    // By the full path, because the PATH of the test has its own "node".
    writeFileSync(file, `#!${process.execPath}\n${report}\n${text[name] ?? wait}\n`)
    chmodSync(file, 0o755)
  }
  const child = spawn(process.execPath, ['start.mjs'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...secrets,
      PATH: join(folder, 'bin'),
      PORT: '8123',
      SITE_URL: 'https://meetings.example.org',
      STUDIO_URL: 'https://studio.example.org',
      TOUCHPOINTS_DATA: join(folder, 'data'),
    },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  // Not SIGKILL, which would leave its three programs behind.
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return {child, ended}
}

interface Report {
  env: Record<string, string>
  args: string[]
  uid: number
}

const reportOf = (name: Name) =>
  vi.waitFor(
    (): Report => {
      const {env, args, uid} = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
      return {env, args, uid}
    },
    {timeout: 60_000, interval: 20},
  )

it('gives each program only the secrets that it needs', async () => {
  start()
  const [lake, site, caddy] = await Promise.all(names.map(reportOf))
  const secretsIn = (report: Report | undefined) =>
    Object.keys(secrets).filter((name) => name in (report?.env ?? {}))
  expect(lake?.args.slice(0, 2)).toEqual(['lake', '--backup'])
  expect(secretsIn(lake)).toEqual(['SANITY_API_READ_TOKEN', 'SANITY_API_WRITE_TOKEN'])
  expect(secretsIn(site)).toEqual(['SANITY_API_READ_TOKEN'])
  expect(secretsIn(caddy)).toEqual(['SANITY_API_WRITE_TOKEN', 'EDITORS'])
})

it('the site and the lake listen on this machine only, and Caddy on the port of the host', async () => {
  start()
  const [lake, site, caddy] = await Promise.all(names.map(reportOf))
  for (const variable of ['HOST', 'PORT', 'TOUCHPOINTS_LAKE_HOST']) {
    expect(lake?.env).not.toHaveProperty(variable)
    expect(site?.env).not.toHaveProperty(variable)
  }
  expect(site?.env).toMatchObject({SANITY_API_HOST: 'http://127.0.0.1:3900'})
  expect(caddy?.env).toMatchObject({
    SITE_ADDRESS: 'http://:8123',
    STUDIO_ADDRESS: 'http://studio.example.org:8123',
  })
})

const isRoot = process.getuid?.() === 0
if (!isRoot)
  console.warn('Skipped a test of start.mjs: only root can start a program as another user.')

it.runIf(isRoot)(
  'runs no program as root, although a disk of such a host belongs to root',
  async () => {
    start()
    const reports = await Promise.all(names.map(reportOf))
    expect(reports.map(({uid}) => uid)).toEqual([10_001, 10_001, 10_001])
  },
)

it('ends when a program exits, so that the host starts the container again', async () => {
  const {ended} = start({touchpoints: 'setTimeout(() => process.exit(3), 300)'})
  await Promise.all(names.map(reportOf))
  expect(await ended).toBe(3)
})

it('ends all programs when the host stops the container', async () => {
  const stopped = names.map((name) => join(folder, `${name}.stopped`))
  const [lake, site, caddy] = stopped.map(
    (file) =>
      `process.on('SIGTERM', () => { require('fs').writeFileSync('${file}', ''); process.exit(0) }); setInterval(() => {}, 1000)`,
  )
  const {child, ended} = start({
    ...(lake && {touchpoints: lake}),
    ...(site && {node: site}),
    ...(caddy && {caddy}),
  })
  await Promise.all(names.map(reportOf))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  for (const file of stopped) expect(readFileSync(file, 'utf8')).toBe('')
})

it('the user of the programs is the one that the image has', () => {
  const dockerfile = readFileSync(join(publishFolder, 'Dockerfile'), 'utf8')
  const id = /useradd .*--uid (\d+)/.exec(dockerfile)?.[1]
  const program = readFileSync(join(publishFolder, 'start.mjs'), 'utf8').replaceAll('_', '')
  expect(program).toContain(`uid: ${id}`)
})
