import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {startLake} from '../support/siteServer.ts'

const main = join(import.meta.dirname, '../../cli/main.ts')

/** Runs the command as a process, to test what a test shell cannot: exit codes and pipes. */
function touchpoints(args: string[], env: Record<string, string> = {}) {
  return new Promise<{code: number; out: string; err: string}>((done) => {
    const options = {env: {...process.env, ...env}, timeout: 60_000, maxBuffer: 16 * 1024 * 1024}
    execFile(process.execPath, [main, ...args], options, (error, out, err) => {
      done({code: typeof error?.code === 'number' ? error.code : 0, out, err})
    })
  })
}

test('without arguments it prints the list of commands on standard output', async () => {
  expect(await touchpoints([])).toMatchObject({
    code: 0,
    out: expect.stringContaining('touchpoints dev'),
    err: '',
  })
})

test('an unknown command is an error on standard error, with exit code 1', async () => {
  expect(await touchpoints(['no-such-command'])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Unknown command "no-such-command"'),
  })
})

test('a pipe receives the complete output and nothing else', async () => {
  const lake = await startLake('sample')
  const {code, out, err} = await touchpoints(['export'], {SANITY_API_HOST: lake.url})
  await lake.stop()
  const ids = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)._id)
  expect([code, err]).toEqual([0, ''])
  expect(ids).toContain('touchpoint-2024-03-28')
  // More than the 64 kB that a pipe buffers, so truncated output would fail here.
  expect(out.length).toBeGreaterThan(64 * 1024)
})

test('a reader that closes the pipe ends the output, without an error', async () => {
  const lake = await startLake('sample')
  const env = {...process.env, SANITY_API_HOST: lake.url}
  const command = spawn(process.execPath, [main, 'export'], {env})
  let err = ''
  command.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  command.stdout.destroy()
  const [code] = await once(command, 'close')
  await lake.stop()
  expect({code, err}).toEqual({code: 0, err: ''})
})
