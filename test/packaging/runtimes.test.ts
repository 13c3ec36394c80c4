import {globSync, readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {eventsFormat} from 'touchpoints/feeds'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {parseCalendar} from '../../calendar/index.ts'
import {freePort, sampleFeeds, startLake} from '../support/siteServer.ts'
import {emptyProject} from './support/emptyProject.ts'
import {asOf, root} from './support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from './support/installTarballs.ts'
import {startServer} from './support/startServer.ts'

const page = readFileSync(join(root, 'docs/http.md'), 'utf8')

/** Bun and Deno are npm packages too. A platform's package has the program itself. */
const dependencies = {'@hono/node-server': '^2.1.8', bun: '1.4.5', deno: '2.9.6', hono: '^4.13.19'}

let project: Awaited<ReturnType<typeof emptyProject>>
let lake: Awaited<ReturnType<typeof startLake>>

beforeAll(async () => {
  project = await emptyProject({dependencies})
  await installTarballs(project.folder, loaderTarballs)
  lake = await startLake('sample')
  const handler = [
    [
      "projectId: 'community',",
      `projectId: 'touchpoints', apiHost: '${lake.url}', now: '${asOf}',`,
    ],
    ["{cacheFolder: '.touchpoints/feeds'}", `{sampleFolder: '${sampleFeeds}'}`],
  ].reduce((text, [from = '', to = '']) => replaced(text, from, to), exampleOf('# Any server'))
  await writeFile(join(project.folder, 'handler.ts'), handler)
}, installTime)

afterAll(async () => {
  await lake.stop()
  await project[Symbol.asyncDispose]()
})

const program = (pattern: string) => {
  const [path] = globSync(pattern, {cwd: join(project.folder, 'node_modules')})
  if (path === undefined) throw new Error(`No program was installed as ${pattern}`)
  return join(project.folder, 'node_modules', path)
}
const permissions = /`deno (run (?:--allow-\w+ )+)server\.ts`/.exec(page)?.[1]?.trim() ?? ''

type Command = [program: string, ...args: string[]]
const runtimes: [name: string, command: () => Command][] = [
  ['Node', () => [process.execPath]],
  ['Hono', () => [process.execPath]],
  ['Bun', () => [program('@oven/bun-*/bin/bun*')]],
  ['Deno', () => [program('@deno/*/deno*'), ...permissions.split(' ')]],
]

test.each(runtimes)(
  'the program for %s in docs/http.md serves the calendar',
  async (name, runtime) => {
    const port = String(await freePort())
    const file = `${name.toLowerCase()}.ts`
    await writeFile(join(project.folder, file), replaced(exampleOf(`### ${name}`), '3000', port))
    const server = await startServer({
      command: [...runtime(), file],
      cwd: project.folder,
      env: process.env,
      url: `http://127.0.0.1:${port}`,
    })
    const {events} = eventsFormat.parse(await jsonOf(`${server.url}/api/events.json`))
    const calendar = await fetch(`${server.url}/api/calendar.ics`)
    const missing = await fetch(`${server.url}/api/none`)
    await server.stop()
    expect(events.some(({kind}) => kind === 'feed')).toBe(true)
    expect(parseCalendar(await calendar.text()).eventCount).toBe(events.length)
    expect(missing.status).toBe(404)
    expect(server.output()).not.toContain('TOUCHPOINTS_NO_WORKER')
  },
)

/** Returns the first TypeScript block below a heading. */
function exampleOf(heading: string): string {
  const section = page.slice(page.indexOf(`${heading}\n`))
  const [, code] = /```ts\n([^]*?)```/.exec(section) ?? []
  if (!page.includes(`${heading}\n`) || code === undefined)
    throw new Error(`docs/http.md has no example below "${heading}"`)
  return code
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The example does not contain ${from}`)
  return text.replace(from, to)
}

async function jsonOf(url: string): Promise<unknown> {
  const response = await fetch(url)
  return response.json()
}
