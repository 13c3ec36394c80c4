import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {promisify} from 'node:util'
import {apiVersion} from '@touchpoints/schemas/defaults'
import sharp from 'sharp'
import {expect, onTestFinished, test} from 'vitest'

const program = new URL('./support/lakeProcess.ts', import.meta.url).pathname
const lake = new URL('../../lake/index.ts', import.meta.url).href

test('SIGTERM ends a lake while hostile queries run, which would take ten minutes', async () => {
  const child = spawn(process.execPath, [program], {stdio: ['ignore', 'pipe', 'inherit']})
  onTestFinished(() => void child.kill('SIGKILL'))
  const [url] = await once(createInterface(child.stdout), 'line')
  const send = (query: string) =>
    fetch(`${url}/v${apiVersion}/data/query/production?query=${encodeURIComponent(query)}`)
  const attacks = ['b', 'c', 'd'].map((end) => {
    const attack = send(`*[title match "*a*a*a*a*a*a*a*a*${end}"]`)
    return attack.then(
      () => 'answered',
      () => 'closed',
    )
  })
  // All have left the quick lane when it answers an unknown query.
  expect((await send('count(*)')).status).toBe(200)
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  await expect(Promise.all(attacks)).resolves.toEqual(['closed', 'closed', 'closed'])
})

test('a lake that is killed leaves no process behind that works on an image', async () => {
  const child = spawn(process.execPath, [program], {stdio: ['ignore', 'pipe', 'inherit']})
  onTestFinished(() => void child.kill('SIGKILL'))
  const [url] = await once(createInterface(child.stdout), 'line')
  const create = {width: 50, height: 50, channels: 3 as const, background: '#c02020'}
  const upload = await fetch(`${url}/v${apiVersion}/assets/images/production`, {
    method: 'POST',
    body: new Uint8Array(await sharp({create}).png().toBuffer()),
  })
  const {document} = await upload.json()
  const attack = fetch(`${document.url}?w=5000&h=5000&dpr=2&fit=scale&fm=avif`).catch(
    () => 'closed',
  )
  // Shows that the attack has arrived.
  expect((await fetch(`${document.url}?w=20`)).status).toBe(200)
  const {stdout} = await promisify(execFile)('ps', ['-o', 'pid=', '--ppid', String(child.pid)])
  const workers = stdout.trim().split(/\s+/).map(Number)
  expect(workers.length).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await expect.poll(() => workers.filter(isRunning)).toEqual([])
  await expect(attack).resolves.toBe('closed')
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a process that embeds a lake can end without closing it, and its own options do no harm', async () => {
  const script = `
    import {createLake} from ${JSON.stringify(lake)}
    const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
    const response = await lake.fetch(
      new Request('http://localhost/v${apiVersion}/data/query/production?query=1%2B1'),
    )
    console.log((await response.json()).result)
  `
  const args = ['--input-type=module', '--eval', script]
  const {stdout} = await promisify(execFile)(process.execPath, args)
  expect(stdout.trim()).toBe('2')
})
