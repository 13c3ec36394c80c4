import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {connect, createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as delay} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'

/** Starts a script and waits for a line of its output. */
async function start(args: string[], line: RegExp, options: {cwd?: string; env?: object} = {}) {
  const env = {...process.env, npm_command: undefined, ...options.env}
  const child = spawn(process.execPath, args, {cwd: options.cwd, env})
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = once(child, 'exit')
  const started = new Promise<void>((resolve) => {
    createInterface({input: child.stdout}).on('line', (text) => {
      if (line.test(text)) resolve()
    })
  })
  await Promise.race([started, ended.then(() => Promise.reject(new Error(errors)))])
  return {child, ended, errors: () => errors}
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port')
  return address.port
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'a command in which something never stops ends after %s all the same',
  async (signal) => {
    const script = new URL('support/neverStops.ts', import.meta.url).pathname
    const {child, ended, errors} = await start([script], /started/)
    child.kill(signal)
    await expect(ended).resolves.toEqual([130, null])
    expect(errors()).toContain('did not stop in time')
  },
)

test('the lake of touchpoints dev ends after SIGTERM, although its clients stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-stop-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content/guests.ndjson'), '{"_id":"ada","_type":"guest"}\n')
  const port = await freePort()
  const env = {
    TOUCHPOINTS_DATA: join(folder, 'data'),
    TOUCHPOINTS_LAKE_PORT: String(port),
    TOUCHPOINTS_STUDIO_PORT: String(await freePort()),
    TOUCHPOINTS_SITE_PORT: String(await freePort()),
  }
  const main = join(import.meta.dirname, '../../cli/main.ts')
  const {child, ended, errors} = await start([main, 'dev'], /Press Ctrl-C/, {cwd: folder, env})
  const open = async (path: string, ...headers: string[]) => {
    const socket = connect({port, host: '127.0.0.1', allowHalfOpen: true})
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    socket.write([`GET ${path} HTTP/1.1`, 'Host: localhost', ...headers, '\r\n'].join('\r\n'))
    await once(socket, 'data')
  }
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
  await open('/v1/data/listen/production?query=*')
  await open('/v1/socket/production', ...upgrade, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==')
  await open('/v1/refused', ...upgrade)
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
  expect(errors()).not.toContain('did not stop in time')
})

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

// While Node starts, while the command loads, and while it serves.
test.each([
  [0, 'SIGKILL'],
  [300, 'SIGKILL'],
  [1_000, 'SIGKILL'],
  [3_000, 'SIGTERM'],
] as const)(
  'the lake ends with an npm that gets a signal %i ms after it started it (%s)',
  async (wait, signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-stop-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true, maxRetries: 3}))
    const main = join(import.meta.dirname, '../../cli/main.ts')
    const pidFile = join(folder, 'pid')
    // As npm does: a title of its own, and a shell which keeps signals to itself.
    const command = `${process.execPath} ${main} lake & echo $! > ${pidFile}; wait`
    const npm = `
process.title = 'npm start'
const env = {...process.env, npm_lifecycle_event: 'start', npm_config_user_agent: 'npm/11.0.0', npm_execpath: '/x/npm-cli.js'}
require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(command)}], {env, stdio: 'ignore'})
`
    const env = {...process.env, TOUCHPOINTS_LAKE_PORT: String(await freePort())}
    const child = spawn(process.execPath, ['-e', npm], {cwd: folder, env})
    onTestFinished(() => void child.kill('SIGKILL'))
    await expect.poll(() => existsSync(pidFile), {timeout: 10_000}).toBe(true)
    await delay(wait)
    const pid = Number(readFileSync(pidFile, 'utf8'))
    onTestFinished(() => void (isRunning(pid) && process.kill(pid, 'SIGKILL')))
    child.kill(signal)
    await expect.poll(() => isRunning(pid), {timeout: 20_000}).toBe(false)
  },
  45_000,
)
