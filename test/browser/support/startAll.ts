import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {freePorts} from './freePorts.ts'

export interface Addresses {
  site: string
  studio: string
  lake: string
}

/** `npm start` as a user runs it, on free ports and with data of its own. */
export async function startAll(
  ...options: '--build'[]
): Promise<{addresses: Addresses; stop: () => Promise<void>}> {
  const [site = 0, studio = 0, lake = 0] = await freePorts(3)
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-browser-'))
  const child = spawn(process.execPath, ['cli/main.ts', 'dev', ...options], {
    env: {
      ...withoutRunner(process.env),
      TOUCHPOINTS_SITE_PORT: String(site),
      TOUCHPOINTS_STUDIO_PORT: String(studio),
      TOUCHPOINTS_LAKE_PORT: String(lake),
      TOUCHPOINTS_DATA: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await exit
    }
    rmSync(folder, {recursive: true, force: true})
  }

  let said = ''
  const started = new Promise<boolean>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Ctrl-C stops all of it')) resolve(true)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void exit.then(() => resolve(false))
  })
  if (!(await started)) {
    await stop()
    throw new Error(`npm start ended before everything ran:\n${said}`)
  }
  return {
    addresses: {
      site: `http://localhost:${site}`,
      studio: `http://localhost:${studio}`,
      lake: `http://localhost:${lake}`,
    },
    stop,
  }
}

/**
 * The environment without what the test runner set in it: Astro serves no pages while VITEST is set, and
 * NODE_ENV is "test".
 */
function withoutRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = new Set(['TEST', 'NODE_ENV', 'MODE', 'PROD', 'DEV', 'SSR', 'BASE_URL'])
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !own.has(name) && !name.startsWith('VITEST')),
  )
}
