import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {freePort} from '../../support/siteServer.ts'

const run = promisify(execFile)

/** Builds a Next site and starts it as it would be deployed. */
export async function startNext(folder: string, settings: NodeJS.ProcessEnv) {
  // On the machine's clock, not the run's: Next compares the present with when its files were written.
  const env = {...settings, NODE_OPTIONS: ''}
  const next = join(folder, 'node_modules/next/dist/bin/next')
  await run(process.execPath, [next, 'build'], {cwd: folder, env, timeout: 400_000})
  const port = String(await freePort())
  // By this name and no number: draft mode's cookie is Secure, which browsers take from localhost without TLS.
  const args = ['start', '--hostname', 'localhost', '--port', port]
  const child = spawn(process.execPath, [next, ...args], {cwd: folder, env})
  let said = ''
  const exit = once(child, 'exit')
  const ready = new Promise<boolean>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Ready in')) resolve(true)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exit.then(() => resolve(false))
  })
  if (!(await ready)) throw new Error(`Next ended before it listened:\n${said}`)
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      child.kill()
      await exit
    },
  }
}
