import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'

import {openLake} from '../../../cli/dev/openLake.ts'
import {readSettings} from '../../../cli/dev/settings.ts'
import {commandLine} from '../../support/commandLine.ts'
import {content, installed, projectFolder} from '../support/fakeProject.ts'

/**
 * A program that writes its arguments, some variables and the names of the guests in the Content Lake to a page. The
 * page is in the folder after the option, or in `folder`.
 */
function buildScript({option, folder = ''}: {option?: string; folder?: string}): string {
  return `
const {mkdirSync, writeFileSync} = require('node:fs')
const args = process.argv.slice(2)
const folder = ${option ? `args[args.indexOf('${option}') + 1]` : `'${folder}'`}
const {SITE_URL, TOUCHPOINTS_OUTPUT, SANITY_API_HOST, SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_API_HOST, SANITY_STUDIO_PREVIEW_URL} = process.env
const read = async () => {
  if (!SANITY_API_HOST) return undefined
  const url = SANITY_API_HOST + '/v1/data/query/production?query=' + encodeURIComponent('*[_type == "guest"].name')
  return (await (await fetch(url)).json()).result
}
read().then((guests) => {
  mkdirSync(folder, {recursive: true})
  writeFileSync(folder + '/index.html', JSON.stringify({args, SITE_URL, TOUCHPOINTS_OUTPUT, SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_API_HOST, SANITY_STUDIO_PREVIEW_URL, hasLake: Boolean(SANITY_API_HOST), guests}))
})
`
}

const studio = {
  'sanity.config.ts': '',
  ...installed('sanity', buildScript({}).replace(`const folder = ''`, 'const folder = args[1]')),
}
const astro = {
  'site/astro.config.mjs': '',
  ...installed('astro', buildScript({option: '--outDir'})),
}

const page = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name, 'index.html'), 'utf8'))

test('without a data folder, as in CI, the content of the files is built', async () => {
  const folder = projectFolder({...content, ...astro, ...studio})
  const {code, out} = await commandLine(folder)(['build', '--site-url', 'https://a.org/meet'])
  expect([code, out]).toEqual([0, 'Studio: dist/studio\nSite: dist/site\n'])
  expect(page(folder, 'dist/site')).toMatchObject({
    args: ['build', '--root', 'site', '--outDir', join(folder, 'dist/site.part')],
    SITE_URL: 'https://a.org/meet',
    TOUCHPOINTS_OUTPUT: 'static',
    guests: ['Ada'],
  })
  expect(page(folder, 'dist/studio')).toMatchObject({
    SANITY_STUDIO_API_HOST: 'http://localhost:3900',
    // The Studio refuses an address with a path.
    SANITY_STUDIO_PREVIEW_URL: 'https://a.org',
  })
  expect(existsSync(join(folder, '.touchpoints/lake.db'))).toBe(false)
})

test('with a data folder its lake is built, and not the files', async () => {
  const folder = projectFolder({...content, ...astro})
  const lake = await openLake(readSettings({}, folder), folder, () => {})
  lake.close()
  writeFileSync(join(folder, 'content/guests.ndjson'), '{"_id":"x","_type":"guest","name":"X"}\n')
  const {code, out, err} = await commandLine(folder)(['build'])
  expect(code).toBe(0)
  expect(out).toContain('No Studio')
  expect(err).toContain('--site-url')
  expect(page(folder, 'dist/site')).toMatchObject({guests: ['Ada']})
})

test('with the variables of the hosted service, no lake is opened and the programs get them', async () => {
  const folder = projectFolder({...content, ...astro, ...studio})
  const hosted = {SANITY_STUDIO_PROJECT_ID: 'abc12345', SITE_URL: 'https://a.org'}
  expect(await commandLine(folder, hosted)(['build'])).toMatchObject({code: 0, err: ''})
  const expected = {SANITY_STUDIO_PROJECT_ID: 'abc12345', hasLake: false}
  expect(page(folder, 'dist/site')).toMatchObject(expected)
  expect(page(folder, 'dist/studio')).toEqual(
    expect.not.objectContaining({SANITY_STUDIO_API_HOST: expect.anything()}),
  )
})

test('--server builds where the framework puts it, and says how to start it', async () => {
  const folder = projectFolder({
    ...content,
    'site/astro.config.mjs': '',
    ...installed('astro', buildScript({folder: 'site/dist/client'})),
  })
  mkdirSync(join(folder, 'dist/site'), {recursive: true})
  const {code, out} = await commandLine(folder)(['build', '--server', '--only', 'site'])
  expect([code, out]).toEqual([0, expect.stringContaining('node site/dist/server/entry.mjs')])
  expect(page(folder, 'site/dist/client')).toMatchObject({TOUCHPOINTS_OUTPUT: 'server'})
  expect(existsSync(join(folder, 'dist/site'))).toBe(true)
})

test.each([
  ['next', 'site/next.config.js', 'next', 'next', 'out'],
  ['SvelteKit', 'site/svelte.config.js', 'vite', 'vite', 'build'],
])(
  'the pages of %s are copied from where it writes them',
  async (_, config, name, command, out) => {
    const folder = projectFolder({
      ...content,
      [config]: '',
      ...installed(name, buildScript({folder: out}), command),
    })
    expect(await commandLine(folder)(['build'])).toMatchObject({code: 0})
    expect(page(folder, 'dist/site')).toMatchObject({guests: ['Ada']})
  },
)

test('a Next site without a static export fails, and the error says what to set', async () => {
  const folder = projectFolder({
    ...content,
    'site/next.config.js': '',
    ...installed('next', ''),
    'dist/site/index.html': 'of an earlier build',
  })
  const {code, err} = await commandLine(folder)(['build'])
  expect([code, err]).toEqual([1, expect.stringContaining("output: 'export'")])
  expect(readFileSync(join(folder, 'dist/site/index.html'), 'utf8')).toBe('of an earlier build')
})

test('a site of an unknown framework is built by its script', async () => {
  const folder = projectFolder({
    ...content,
    'site/build.cjs': buildScript({folder: '_site'}),
    'site/package.json': '{"scripts":{"dev":"true","build":"node build.cjs"}}',
  })
  expect(await commandLine(folder, {PATH: process.env['PATH'] ?? ''})(['build'])).toMatchObject({
    code: 0,
  })
  expect(page(folder, 'dist/site')).toMatchObject({guests: ['Ada']})
})

test.each([
  [{}, ['build'], 'There is nothing to build'],
  [{...content, 'sanity.config.ts': ''}, ['build'], 'sanity is not installed'],
  [{...content, 'site/astro.config.mjs': ''}, ['build'], 'astro is not installed'],
  [
    {...content, ...installed('astro', 'process.exit(3)'), 'site/astro.config.mjs': ''},
    ['build'],
    'The build of the site failed',
  ],
  [{...astro}, ['build'], 'no Content Lake'],
  [{...content, ...astro}, ['build', '--only', 'lake'], 'expected site or studio'],
  [{...content, ...astro}, ['build', '--site-url', 'a.org'], 'expected an address'],
])('%j: %j fails with exit code 1', async (files: Record<string, string>, args, message) => {
  const {code, err} = await commandLine(projectFolder(files))(args)
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})

test('a Hugo site gets the content, then is built with its address', async () => {
  const hugo = join(projectFolder({}), 'hugo')
  const folder = projectFolder({...content, 'site/hugo.toml': 'title = "Meetings"'})
  // A stand-in, so that the test needs no Hugo: what counts are the files that it would read, and its arguments.
  const script = `#!${process.execPath}\n${buildScript({option: '--destination'}).replace('{args,', '{args, exported: require("node:fs").existsSync("data/touchpoints"),')}`
  mkdirSync(dirname(hugo), {recursive: true})
  writeFileSync(hugo, script, {mode: 0o755})
  const run = commandLine(folder, {PATH: dirname(hugo)})
  expect(await run(['build', '--site-url', 'https://a.org/'])).toMatchObject({code: 0})
  expect(page(folder, 'dist/site')).toMatchObject({
    args: ['--destination', join(folder, 'dist/site.part'), '--baseURL', 'https://a.org/'],
    exported: true,
  })
  const without = await commandLine(folder, {PATH: ''})(['build'])
  expect(without).toMatchObject({code: 1, err: expect.stringContaining('gohugo.io/installation')})
})
