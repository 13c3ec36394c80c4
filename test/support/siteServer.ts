import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {promisify} from 'node:util'

import {createLake, serve, type Lake} from '../../lake/index.ts'

const root = join(import.meta.dirname, '../..')
/** The built server. */
export const siteEntry = join(root, 'site/dist/server/entry.mjs')

/** The files of the built site that a browser loads. */
export const clientFiles = join(root, 'site/dist/client')

export interface RunningSite {
  /** Without a trailing slash. */
  url: string
  /** Process id. */
  pid: number | undefined
  /** Returns everything that the site wrote to standard error. */
  errorOutput: () => string
  /** Ends the site with SIGTERM. @throws Error if it has exited before */
  stop: () => Promise<void>
}

/** Builds the site and starts it as in production, with the given settings. */
export async function startSite(env: Record<string, string>): Promise<RunningSite> {
  await buildSite()
  const port = await freePort()
  // Two sites that share a folder would show each other's last good pages.
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-site-'))
  const child = spawn(process.execPath, [siteEntry], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      HOST: '127.0.0.1',
      PORT: String(port),
      TOUCHPOINTS_DATA: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errorOutput = ''
  const exit = once(child, 'exit').then(() => rmSync(folder, {recursive: true, force: true}))
  const listening = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('listening')) resolve(true)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errorOutput += chunk.toString()
    })
    void exit.then(() => resolve(false))
  })
  if (!(await listening))
    throw new Error(`The site exited before it was ready. Error output:\n${errorOutput}`)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    errorOutput: () => errorOutput,
    stop: async () => {
      // A site that exited unexpectedly has failed, even if its test passed.
      if (child.exitCode !== null)
        throw new Error(`The site exited unexpectedly. Error output:\n${errorOutput}`)
      child.kill()
      await exit
    },
  }
}

/** Starts an embedded Content Lake, with the sample content or empty. */
export async function startLake(
  content: 'sample' | 'empty',
): Promise<{lake: Lake; url: string; stop: () => Promise<void>}> {
  const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  if (content === 'sample') lake.import(sampleContent())
  const running = await serve(lake, {port: 0})
  const stop = async () => {
    await running.close()
    lake.close()
  }
  return {lake, url: `http://127.0.0.1:${running.port}`, stop}
}

export const sampleFeeds = join(root, 'content/todo/feeds')

/** Returns the documents of a sample community. */
export function sampleContent(name: 'todo' | 'lantern' = 'todo') {
  const folder = join(root, 'content', name)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .map((file) => ({file, text: readFileSync(join(folder, file), 'utf8')}))
}

/** Returns the environment without the settings of the developer's own site. */
export function cleanEnvironment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !/^(SANITY_|TOUCHPOINTS_)/.test(name))
  return {...Object.fromEntries(own), NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1'}
}

/**
 * Builds the site if a source is newer than the last build, because a build takes seconds. One process
 * builds at a time: test files that run side by side share the folder.
 */
export async function buildSite(): Promise<void> {
  const lock = join(root, 'site/.building')
  while (!takeLock(lock)) await delay(500)
  try {
    await buildIfStale()
  } finally {
    rmSync(lock, {recursive: true, force: true})
  }
}

/** Creates the folder, and takes it over from a process that ended without removing it. */
function takeLock(folder: string): boolean {
  const maxBuildTime = 300_000
  // The file system does not follow the clock of the tests.
  if (performance.timeOrigin + performance.now() - changedAt(folder) > maxBuildTime) {
    rmSync(folder, {recursive: true, force: true})
  }
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

async function buildIfStale(): Promise<void> {
  const packages = ['calendar', 'loaders', 'schemas', 'words']
  const own = ['site/src', 'site/server', 'site/integration', 'site/assets', 'site/astro.config.ts']
  const sources = [...own, ...packages, 'package-lock.json']
  if (changedAt(siteEntry) > Math.max(...sources.map((path) => newest(join(root, path))))) return
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  await promisify(execFile)(process.execPath, [astro, 'build', '--root', 'site'], {
    cwd: root,
    env: cleanEnvironment(),
  })
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return changedAt(path)
  const names = readdirSync(path, {recursive: true, encoding: 'utf8'})
  return Math.max(...names.map((name) => changedAt(join(path, name))))
}

function changedAt(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
