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

/** Runs `npm start` on free ports with a new data folder. */
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

  let output = ''
  const started = new Promise<boolean>((resolve) => {
    const onOutput = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Press Ctrl-C to stop everything')) resolve(true)
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    void exit.then(() => resolve(false))
  })
  if (!(await started)) {
    await stop()
    throw new Error(`npm start exited before everything was ready. Last output:\n${output}`)
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
 * Returns the environment without the variables of the test runner, because Astro serves no pages while
 * VITEST is set and NODE_ENV is "test".
 */
function withoutRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = new Set(['TEST', 'NODE_ENV', 'MODE', 'PROD', 'DEV', 'SSR', 'BASE_URL'])
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !own.has(name) && !name.startsWith('VITEST')),
  )
}
