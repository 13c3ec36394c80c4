import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {describe, expect, onTestFinished, test} from 'vitest'

import {folderWith} from './support.ts'

const command = join(import.meta.dirname, '../../../lake/command.ts')
const project = ['--project', 'abc123', '--port', '0']

function start(args: readonly string[], folder: string): ChildProcess {
  const child = spawn(process.execPath, [command, ...args], {cwd: folder})
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs a program below `lake exec`, and returns what it prints. */
async function exec(options: readonly string[], program: readonly string[], folder: string) {
  const child = start(['exec', ...options, '--', ...program], folder)
  if (!child.stdout || !child.stderr) throw new Error('The process has no output')
  const [[code], output, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ])
  return {code, output: output.trim(), errors: errors.trim()}
}

async function until(stream: NodeJS.ReadableStream | null, pattern: RegExp) {
  if (!stream) throw new Error('The process has no output')
  let seen = ''
  for await (const chunk of stream) {
    seen += String(chunk)
    if (pattern.test(seen)) return seen
  }
  throw new Error(`The process ended after: ${seen}`)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = Object(server.address())
  server.close()
  await once(server, 'close')
  return port
}

/** Requests the lake in every way a program may, by the names of the hosted service. */
const requests = `
  import {get} from 'node:https'
  import {lookup} from 'node:dns/promises'
  import {Worker} from 'node:worker_threads'
  const path = '/v2024-01-01' + '/data/query/production?query=count(*)'
  const own = new URL(process.env.SANITY_API_HOST)
  const viaFetch = async (origin) => (await (await fetch(origin + path)).json())
  const [fetched, cdn, https, plain, forced, other] = await Promise.all([
    viaFetch('https://abc123.api.sanity.io'),
    viaFetch('https://abc123.apicdn.sanity.io'),
    new Promise((resolve, reject) => get('https://abc123.api.sanity.io' + path, (response) => {
      response.setEncoding('utf8').on('data', (data) => resolve(JSON.parse(data)))
    }).on('error', reject)),
    viaFetch('http://abc123.localhost:' + own.port),
    viaFetch('https://abc123.localhost:' + own.port),
    viaFetch('https://other.api.sanity.io'),
  ])
  const worker = new Worker(
    "fetch('https://api.sanity.io/v1/ping').then(({status}) => require('node:worker_threads').parentPort.postMessage(status))",
    {eval: true},
  )
  const inWorker = await new Promise((resolve) => worker.once('message', resolve))
  const {address} = await lookup('abc123.localhost')
  console.log(JSON.stringify({
    counts: [fetched, cdn, https, plain, forced].map(({result}) => result),
    other: other.message, address, inWorker, token: process.env.SANITY_AUTH_TOKEN,
  }))
`

describe('lake exec', () => {
  test('leads every request for the hosted service to the lake, also from libraries and workers', async () => {
    const folder = folderWith({
      'requests.mjs': requests,
      'seed.ndjson': '{"_id":"a","_type":"post"}',
    })
    const options = [...project, '--memory', '--seed', 'seed.ndjson']
    const {code, output, errors} = await exec(options, ['node', 'requests.mjs'], folder)
    expect(errors).toBe('Seeded abc123.production with 1 document and 0 assets from seed.ndjson.')
    expect(JSON.parse(output)).toEqual({
      counts: [1, 1, 1, 1, 1],
      other: expect.stringMatching(/Project "other" not found/),
      address: '127.0.0.1',
      inWorker: expect.any(Number),
      token: 'lake',
    })
    expect(code).toBe(0)
    expect(existsSync(join(folder, '.sanity-lake'))).toBe(false)
  })

  test('exits as its program does', async () => {
    const program = ['node', '-e', 'process.exit(7)']
    expect(await exec([...project, '--memory'], program, folderWith({}))).toMatchObject({code: 7})
    const killed = ['node', '-e', 'process.kill(process.pid, "SIGKILL")']
    expect(await exec([...project, '--memory'], killed, folderWith({}))).toMatchObject({code: 137})
  })

  test('uses the lake that runs for the folder, and leaves it running', async () => {
    const folder = folderWith({})
    const lake = start(project, folder)
    const ready = await until(lake.stdout, /Ctrl-C/)
    const url = /http:\/\/localhost:\d+/.exec(ready)?.[0]
    const program = ['node', '-p', 'process.env.SANITY_API_HOST']
    expect(await exec(project, program, folder)).toMatchObject({code: 0, output: url})
    expect(lake.exitCode).toBe(null)
    lake.kill('SIGTERM')
    expect(await once(lake, 'exit')).toEqual([0, null])
    expect(existsSync(join(folder, '.sanity-lake/running.json'))).toBe(false)
  })

  test('uses the lake of touchpoints dev, which keeps its files in another folder', async () => {
    const folder = folderWith({'content/guests.ndjson': '{"_id":"ada","_type":"guest"}'})
    const main = join(import.meta.dirname, '../../../cli/main.ts')
    const env = {...process.env, TOUCHPOINTS_LAKE_PORT: String(await freePort())}
    const dev = spawn(process.execPath, [main, 'lake'], {cwd: folder, env})
    onTestFinished(() => void dev.kill('SIGKILL'))
    await until(dev.stdout, /Ctrl-C/)
    const program = [
      'node',
      '-p',
      'process.env.SANITY_API_HOST + process.env.SANITY_STUDIO_DATASET',
    ]
    const result = await exec(['--project', 'touchpoints'], program, folder)
    expect(result).toMatchObject({
      code: 0,
      output: `http://localhost:${env.TOUCHPOINTS_LAKE_PORT}production`,
    })
    expect(existsSync(join(folder, '.sanity-lake'))).toBe(false)
    // Of another project, it has a lake of its own.
    expect((await exec(project, program, folder)).output).not.toContain(env.TOUCHPOINTS_LAKE_PORT)
  })

  test('starts a lake where the note is of a process that was killed, or leads nowhere', async () => {
    const killed = spawn(process.execPath, ['-e', ''])
    await once(killed, 'exit')
    const address = `http://localhost:${await freePort()}`
    for (const note of [
      {address, pid: killed.pid},
      {address, pid: process.pid},
      {address: 'nonsense', pid: process.pid},
    ]) {
      const text = JSON.stringify({...note, projectId: 'abc123', dataset: 'production'})
      const folder = folderWith({'.sanity-lake/running.json': text})
      const program = ['node', '-p', 'process.env.SANITY_API_HOST']
      const {code, output} = await exec(project, program, folder)
      expect([code, output === address]).toEqual([0, false])
    }
  })

  test('ends, with its program, when the npx that started it is killed', async () => {
    const folder = folderWith({})
    const [pidFile, programFile] = [join(folder, 'pid'), join(folder, 'program')]
    const program = `require("fs").writeFileSync(${JSON.stringify(programFile)}, String(process.pid)); setInterval(() => {}, 1000)`
    const args = ['exec', ...project, '--memory', '--', 'node', '-e', program]
    const line = [process.execPath, command, ...args].map((each) => `'${each}'`).join(' ')
    // As npx does: a title of its own, and a shell.
    const npx = `
process.title = 'npm exec lake'
const env = {...process.env, npm_lifecycle_event: 'npx', npm_config_user_agent: 'npm/11.0.0', npm_execpath: '/x/npm-cli.js'}
require('node:child_process').spawn('sh', ['-c', process.env.LINE], {env, stdio: 'ignore'})
`
    const env = {...process.env, LINE: `${line} & echo $! > ${pidFile}; wait`}
    const parent = spawn(process.execPath, ['-e', npx], {cwd: folder, env})
    onTestFinished(() => void parent.kill('SIGKILL'))
    await expect.poll(() => existsSync(programFile), {timeout: 20_000}).toBe(true)
    const pids = [pidFile, programFile].map((file) => Number(readFileSync(file, 'utf8')))
    const running = () => pids.filter(isRunning)
    onTestFinished(() => {
      for (const pid of running()) process.kill(pid, 'SIGKILL')
    })
    expect(running()).toEqual(pids)
    parent.kill('SIGKILL')
    await expect.poll(running, {timeout: 20_000}).toEqual([])
  }, 45_000)

  test('passes a signal of a supervisor on, and ends after its program', async () => {
    const program = ['node', '-e', 'console.log("up"); setInterval(() => {}, 1000)']
    const child = start(['exec', ...project, '--memory', '--', ...program], folderWith({}))
    await until(child.stdout, /up/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([143, null])
  })
})
