import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {
  content,
  freePorts,
  installed,
  projectFolder,
  servingScript,
} from '../support/fakeProject.ts'

const main = join(import.meta.dirname, '../../../cli/main.ts')

/** The variables of the test run without those that npm set for it. */
function environment(more: Record<string, string>) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|SANITY_|TOUCHPOINTS_)/.test(name),
  )
  return {...Object.fromEntries(own), ...more}
}

/** Starts a command in a folder. Collects its output. */
function start(
  command: string,
  args: string[],
  options: {cwd: string; ports: Record<string, string>},
) {
  const {cwd, ports} = options
  const child = spawn(command, args, {cwd, env: environment(ports)})
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit')
  return {
    child,
    ended,
    output: () => output,
    says: async (text: string | RegExp) => {
      await expect.poll(() => output).toMatch(text)
    },
  }
}

const dev = (cwd: string, ports: Record<string, string>) =>
  start(process.execPath, [main, 'dev'], {cwd, ports})

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({port, host: '127.0.0.1'})
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

const listening = (ports: Record<string, string>) =>
  Promise.all(Object.values(ports).map((port) => accepts(Number(port))))

function running(folder: string, names: readonly string[]): number[] {
  const pids: number[] = names.flatMap((name) =>
    existsSync(join(folder, `${name}.pids`))
      ? JSON.parse(readFileSync(join(folder, `${name}.pids`), 'utf8'))
      : [],
  )
  return pids.filter((pid) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  })
}

/** A project with a Studio and a site. Their programs, and the programs that these start, ignore SIGTERM. */
function stubbornProject(more: Record<string, string> = {}) {
  const folder = projectFolder({
    ...content,
    'sanity.config.ts': '',
    'site/astro.config.mjs': '',
    'package.json': JSON.stringify({scripts: {start: `${process.execPath} ${main} dev`}}),
    ...installed('sanity', servingScript('studio')),
    ...installed('astro', servingScript('site')),
    ...more,
  })
  return folder
}

const none = [false, false, false]

test('an empty folder starts nothing, and the error says how to make a project', async () => {
  const ports = await freePorts()
  const {ended, output} = dev(projectFolder({}), ports)
  await expect(ended).resolves.toEqual([1, null])
  expect(output()).toContain('npx touchpoints init')
  expect(await listening(ports)).toEqual(none)
})

test('content alone starts the lake, and says what is not there and how to get it', async () => {
  const {child, ended, says} = dev(projectFolder(content), await freePorts())
  await says(/No Studio: .*init[\s\S]*No site: .*init[\s\S]*Press Ctrl-C/)
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test('a hosted project in .env is not used, and the output says so and how to use it', async () => {
  const folder = projectFolder({...content, '.env': 'SANITY_STUDIO_PROJECT_ID=abc123de\n'})
  const {child, ended, says, output} = dev(folder, await freePorts())
  await says('Press Ctrl-C')
  expect(output()).toMatch(
    /not the hosted project abc123de of SANITY_STUDIO_PROJECT_ID.*sanity dev/,
  )
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test('a Studio without its package does not keep the others from starting', async () => {
  const folder = stubbornProject({
    'node_modules/sanity/package.json': '{}',
    'package.json': '{"dependencies":{"sanity":"6.16.0"}}',
    'pnpm-lock.yaml': '',
  })
  const ports = await freePorts()
  const {child, ended, says, output} = dev(folder, ports)
  await says('Press Ctrl-C')
  expect(output()).toContain('sanity is not installed. Run `pnpm install` in')
  expect(output()).toContain(`http://localhost:${ports['TOUCHPOINTS_SITE_PORT']}`)
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends everything, also what the programs started, and leaves no listener',
  async (signal) => {
    const folder = stubbornProject()
    const ports = await freePorts()
    const {child, ended, says} = dev(folder, ports)
    await says('Press Ctrl-C')
    expect(await listening(ports)).toEqual([true, true, true])
    expect(running(folder, ['studio', 'site'])).toHaveLength(4)
    child.kill(signal)
    await expect(ended).resolves.toEqual([0, null])
    expect(await listening(ports)).toEqual(none)
    // A killed process has its id until the system's first process has noticed.
    await expect.poll(() => running(folder, ['studio', 'site'])).toEqual([])
  },
)

test.each([
  ['npm, which can pass nothing on', 'npm'],
  ['the command itself', 'command'],
])('SIGKILL of %s ends everything', async (_, killed) => {
  const folder = stubbornProject()
  const ports = await freePorts()
  const {child, says} =
    killed === 'npm' ? start('npm', ['start'], {cwd: folder, ports}) : dev(folder, ports)
  await says('Press Ctrl-C')
  child.kill('SIGKILL')
  await expect.poll(() => listening(ports)).toEqual(none)
  await expect.poll(() => running(folder, ['studio', 'site'])).toEqual([])
})

test('npm can be killed during the start', async () => {
  const slow =
    'setInterval(() => {}, 1000); require("node:fs").writeFileSync("studio.pids", `[${process.pid}]`)'
  const folder = stubbornProject(installed('sanity', slow))
  const ports = await freePorts()
  const {child} = start('npm', ['start'], {cwd: folder, ports})
  await expect.poll(() => running(folder, ['studio'])).toHaveLength(1)
  child.kill('SIGKILL')
  await expect.poll(() => listening(ports)).toEqual(none)
  await expect.poll(() => running(folder, ['studio', 'site'])).toEqual([])
})

test('a program that can not start ends the command and the others', async () => {
  const folder = stubbornProject(
    installed('astro', 'console.error("no such theme"); process.exit(2)'),
  )
  const ports = await freePorts()
  const {ended, output} = dev(folder, ports)
  await expect(ended).resolves.toEqual([1, null])
  expect(output()).toContain('The site exited while starting')
  expect(output()).toContain('no such theme')
  expect(await listening(ports)).toEqual(none)
  await expect.poll(() => running(folder, ['studio'])).toEqual([])
})

test('a site that answers 500 is not reported as a success, and its missing package is named', async () => {
  const message = "Cannot find package '@scope/missing/part' imported from page.astro"
  const folder = stubbornProject(installed('astro', servingScript('site', 500, `${message}\n`)))
  const {child, ended, says, output} = dev(folder, await freePorts())
  await says('Press Ctrl-C')
  expect(output()).toContain('does not work yet')
  expect(output()).toContain('The package @scope/missing is not installed. Run `npm install`')
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test('a second start in one folder says which process has it', async () => {
  const folder = projectFolder(content)
  const first = dev(folder, await freePorts())
  await first.says('Press Ctrl-C')
  const second = dev(folder, await freePorts())
  await expect(second.ended).resolves.toEqual([1, null])
  expect(second.output()).toContain(`in use by the process ${first.child.pid}`)
  first.child.kill('SIGTERM')
  await first.ended
  expect(existsSync(join(folder, '.touchpoints/running.json'))).toBe(false)
})

test('a script "dev" that starts this command is not started again and again', async () => {
  const folder = projectFolder({
    ...content,
    'site/package.json': '{"scripts":{"dev":"npm start","start":"$COMMAND dev"}}',
    'site/content/guests.ndjson': '',
  })
  const ports = {...(await freePorts()), COMMAND: `${process.execPath} ${main}`}
  const {ended, output} = dev(folder, ports)
  await expect(ended).resolves.toEqual([1, null])
  expect(output()).toContain('started by touchpoints dev')
})

test('a site of an unknown framework is served by its script, at the port that it chooses', async () => {
  const script = `require('node:http').createServer((_, r) => r.end('hi')).listen(0, '127.0.0.1', function () { console.log('ready at http://localhost:' + this.address().port + '/start') })`
  const folder = projectFolder({
    ...content,
    'site/serve.cjs': script,
    'site/package.json': '{"scripts":{"dev":"node serve.cjs"}}',
  })
  const {child, ended, says} = dev(folder, await freePorts())
  await says(/Site +http:\/\/localhost:\d+\/start/)
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test('a Hugo site gets the content before Hugo starts, and again when something is published', async () => {
  const bin = projectFolder({})
  const folder = projectFolder({
    'content/community.ndjson':
      '{"_id":"community","_type":"community","name":"Reef","timeZone":"Europe/Madrid","languages":["en"]}\n',
    'site/hugo.toml': 'title = "Meetings"',
  })
  // A stand-in that needs no Hugo. It serves the name of the community in what was exported.
  const script = `#!${process.execPath}
const {readdirSync, readFileSync} = require('node:fs')
const port = Number(process.argv[process.argv.indexOf('--port') + 1])
const read = () => readdirSync('data/touchpoints').map((name) => readFileSync('data/touchpoints/' + name, 'utf8')).join('')
require('node:http').createServer((_, response) => response.end(read())).listen(port, '127.0.0.1')`
  writeFileSync(join(bin, 'hugo'), script, {mode: 0o755})
  const ports = await freePorts()
  const {child, ended, says} = dev(folder, {...ports, PATH: bin})
  await says('Press Ctrl-C')
  const site = `http://127.0.0.1:${ports['TOUCHPOINTS_SITE_PORT']}/`
  const page = async () => (await fetch(site)).text()
  expect(await page()).toContain('Reef')
  const mutate = `http://127.0.0.1:${ports['TOUCHPOINTS_LAKE_PORT']}/v1/data/mutate/production`
  const mutations = [{patch: {id: 'community', set: {name: 'Lagoon'}}}]
  await fetch(mutate, {method: 'POST', body: JSON.stringify({mutations})})
  await expect.poll(page).toContain('Lagoon')
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
})

test('touchpoints lake serves only the lake, prints how to connect, and ends the same way', async () => {
  const ports = await freePorts()
  const folder = projectFolder(content)
  const {child, ended, says} = start(process.execPath, [main, 'lake', '--memory'], {
    cwd: folder,
    ports,
  })
  await says(/createClient\(\{projectId: 'touchpoints'[\s\S]*Press Ctrl-C/)
  const url = `http://127.0.0.1:${ports['TOUCHPOINTS_LAKE_PORT']}/v1/data/query/production?query=*[0]._id`
  expect(await (await fetch(url)).json()).toMatchObject({result: 'ada'})
  child.kill('SIGTERM')
  await expect(ended).resolves.toEqual([0, null])
  expect(existsSync(join(folder, '.touchpoints'))).toBe(false)
})
