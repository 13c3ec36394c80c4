import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {startLake} from '../support/siteServer.ts'

const main = join(import.meta.dirname, '../../cli/main.ts')

/** A process, as one starts it by typing: what a shell of a test cannot show. */
function touchpoints(args: string[], env: Record<string, string> = {}) {
  return new Promise<{code: number; out: string; err: string}>((done) => {
    const options = {env: {...process.env, ...env}, timeout: 60_000, maxBuffer: 16 * 1024 * 1024}
    execFile(process.execPath, [main, ...args], options, (error, out, err) => {
      done({code: typeof error?.code === 'number' ? error.code : 0, out, err})
    })
  })
}

test('without anything it says what there is, on standard output', async () => {
  expect(await touchpoints([])).toMatchObject({
    code: 0,
    out: expect.stringContaining('touchpoints dev'),
    err: '',
  })
})

test('what does not exist is told on standard error, and the exit code says so', async () => {
  expect(await touchpoints(['no-such-command'])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('There is no command "no-such-command"'),
  })
})

test('what goes into a pipe arrives whole, and nothing but it', async () => {
  const lake = await startLake('sample')
  const {code, out, err} = await touchpoints(['export'], {SANITY_API_HOST: lake.url})
  await lake.stop()
  const ids = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)._id)
  expect([code, err]).toEqual([0, ''])
  expect(ids).toContain('touchpoint-2024-03-28')
  // More than the 64 kB that a pipe takes at once, so one that was cut off would be noticed.
  expect(out.length).toBeGreaterThan(64 * 1024)
})
