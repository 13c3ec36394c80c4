import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {readFile, writeFile} from 'node:fs/promises'
import {basename, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {describe, expect, inject, test} from 'vitest'

import {parseCalendar} from '../../calendar/index.ts'
import {startLake} from '../support/siteServer.ts'
import {workspaces} from '../support/workspaces.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const tarballs = inject('tarballs')

/** Every package but those of the Studio and the site, installed. */
const project = inject('installed')

/** Runs a script in the empty project, with the Node of the tests. */
async function script(text: string): Promise<string> {
  const file = join(project, 'script.mjs')
  await writeFile(file, text)
  const {stdout} = await run(process.execPath, [file], {cwd: project, timeout: 60_000})
  return stdout
}

/** Runs the package's command as npm installed it. */
function touchpoints(args: string[], env: NodeJS.ProcessEnv = {}) {
  return run(process.execPath, [join(project, 'node_modules/.bin/touchpoints'), ...args], {
    cwd: project,
    env: {...process.env, ...env},
    timeout: 60_000,
  })
}

/** Entry points that import an optional peer. Other tests, such as those of the site and of the lake alone, import them. */
const needsPeer: ReadonlySet<string> = new Set([
  '@touchpoints/lake/vitest',
  '@touchpoints/words',
  'touchpoints/next/live',
  'touchpoints/next/visual-editing',
])

describe('the package, installed from its tarball in an empty folder', () => {
  test('includes no framework, because only some users need one', () => {
    const frameworks = ['sanity', 'react', 'astro', 'next', 'styled-components']
    const installed = frameworks.filter((name) => existsSync(join(project, 'node_modules', name)))
    expect(installed).toEqual([])
  })

  test('has working entry points, except those that need a framework or the library for plurals', async () => {
    const names = workspaces()
      .filter(({name}) => name !== '@touchpoints/studio' && name !== '@touchpoints/site')
      .flatMap(({doors}) => [...doors.keys()])
      .filter((door) => !needsPeer.has(door))
    const imports = names.map(
      (door) => `console.log('${door}', Object.keys(await import('${door}')).length > 0)`,
    )
    const lines = (await script(imports.join('\n'))).trim().split('\n')
    // The program of a thread exports nothing, and the elements of a framework export types alone.
    const isEmpty = (door: string) => /\/(?:worker|react|preact|solid|svelte|vue)$/.test(door)
    expect(lines).toEqual(names.map((door) => `${door} ${!isEmpty(door)}`))
  })

  test('reads its own lake through the loader and over HTTP', async () => {
    const output = await script(`
      import {createLake, serve} from '@touchpoints/lake'
      import {createLoader} from 'touchpoints'
      const lake = createLake({file: 'lake.db', projectId: 'test', dataset: 'production'})
      const server = await serve(lake, {port: 0})
      const loader = createLoader({projectId: 'test', dataset: 'production', apiHost: server.url})
      const {data, problems} = await loader.guests()
      console.log(JSON.stringify({data, problems}))
      await server.close()
      lake.close()
    `)
    expect(JSON.parse(output)).toEqual({data: [], problems: []})
  })

  test('parses a calendar', async () => {
    const output = await script(`
      import {parseCalendar} from '@touchpoints/calendar'
      import {icalendar} from 'touchpoints/feeds'
      const text = icalendar([], {title: 'Meetings', host: 'example.org'})
      console.log(parseCalendar(text).title)
    `)
    expect(output.trim()).toBe('Meetings')
  })

  test('has a command with a help text, and an exit code for an unknown command', async () => {
    const {stdout} = await touchpoints(['--help'])
    expect(stdout).toContain('touchpoints dev')
    const wrong = touchpoints(['no-such-command'])
    await expect(wrong).rejects.toMatchObject({code: expect.any(Number)})
  })

  test('checks documents without a Studio, because the rules do not need one', async () => {
    const document = {_id: 'guest-ada', _type: 'guest', name: 'Ada', slug: {current: 'ada'}}
    await writeFile(join(project, 'one.ndjson'), JSON.stringify(document))
    const {stdout} = await touchpoints(['check', 'one.ndjson', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({checked: 1, findings: []})
  })

  test('exports the calendar and a Hugo site of a lake, and diagnoses the lake', async () => {
    const lake = await startLake('sample')
    const feeds = resolve(root, 'content/todo/feeds')
    const env = {SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: feeds}
    await touchpoints(['export', 'calendar.ics'], env)
    const calendar = parseCalendar(await readFile(join(project, 'calendar.ics'), 'utf8'))
    expect(calendar.eventCount).toBeGreaterThan(10)
    await touchpoints(['export', 'site', '--format', 'hugo'], env)
    expect(existsSync(join(project, 'site/static/touchpoints/element.js'))).toBe(true)
    expect((await touchpoints(['doctor'], env)).stdout).toContain('✓ Content Lake')
    await lake.stop()
    await expect(touchpoints(['doctor'], env)).rejects.toMatchObject({
      stdout: expect.stringContaining('does not respond'),
    })
  })

  test('contains the templates for Hugo and Jekyll, and the bundled elements', async () => {
    const modules = join(project, 'node_modules')
    const shortcode = 'touchpoints/adapters/hugo/module/shortcodes/touchpoints/group.html'
    expect(existsSync(join(modules, shortcode))).toBe(true)
    const include = 'touchpoints/adapters/jekyll/includes/next.html'
    expect(existsSync(join(modules, include))).toBe(true)
    const bundle = await readFile(join(modules, '@touchpoints/elements/bundle.js'), 'utf8')
    expect(bundle).toContain('touchpoints-calendar')
  })
})

describe.each(tarballs.map((path) => [basename(path), path]))(
  'the tarball %s',
  (_name, tarball) => {
    test('has no warning from publint', async () => {
      const packed = await readFile(tarball)
      const {messages, pkg} = await publint({
        pack: {tarball: Uint8Array.from(packed).buffer},
        strict: true,
      })
      expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
    })

    test('has types for every entry point, as bundlers and Node resolve them', async () => {
      const options = ['--profile', 'esm-only', '--exclude-entrypoints', 'bundle.js', 'embed.js']
      // It exits with 1 and names the entry point when one does not resolve.
      const {stdout} = await run(process.execPath, [bin('attw'), tarball, ...options])
      expect(stdout).toContain(' v')
    }, 60_000)

    test('contains no source, test, token or machine address', async () => {
      const {stdout} = await run('tar', ['-tzf', tarball])
      const files = stdout.trim().split('\n')
      // Vite compiles the pages of the site, and a project gets the files of the template as they are.
      const isMeant = (file: string) =>
        /touchpoints-site|create-touchpoints/.test(basename(tarball)) &&
        /^package\/(?:template|src|server)\//.test(file) &&
        !/\.test\./.test(file)
      const sources = files.filter((file) => /\.(?:test\.|env|db$)|(?<!\.d)\.tsx?$/.test(file))
      expect(sources.filter((file) => !isMeant(file))).toEqual([])
      expect(files).toContain('package/LICENSE')
    })
  },
)
