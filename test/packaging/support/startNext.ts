import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {freePort} from '../../support/siteServer.ts'

const run = promisify(execFile)

/** Builds a Next site and starts it as in production. */
export async function startNext(folder: string, settings: NodeJS.ProcessEnv) {
  // Uses the machine's clock, because Next compares the current time with the times of its files.
  const env = {...settings, NODE_OPTIONS: ''}
  const next = join(folder, 'node_modules/next/dist/bin/next')
  await run(process.execPath, [next, 'build'], {cwd: folder, env, timeout: 400_000})
  const port = String(await freePort())
  // Uses `localhost`, because browsers accept the Secure cookie of draft mode from it without TLS.
  const args = ['start', '--hostname', 'localhost', '--port', port]
  const child = spawn(process.execPath, [next, ...args], {cwd: folder, env})
  let output = ''
  const exit = once(child, 'exit')
  const ready = new Promise<boolean>((resolve) => {
    const onOutput = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ready in')) resolve(true)
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    void exit.then(() => resolve(false))
  })
  if (!(await ready)) throw new Error(`Next exited before it was ready. Last output:\n${output}`)
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      child.kill()
      await exit
    },
  }
}
