import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {readContent} from '../support/readContent.ts'
import {root} from '../support/workspaces.ts'

const page = readFileSync(new URL('../../docs/loader.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code)
const printed = [...page.matchAll(/^\/\/ → (.*)$/gm)].map(([, line = '']) => line)
const token = 'a-token-for-the-docs'

let lake: Lake
let server: RunningLake
let folder: string

beforeAll(async () => {
  const tokens = [{token, role: 'write', name: 'Docs'}] as const
  lake = createLake({file: ':memory:', projectId: 'docs', dataset: 'production', tokens})
  const text = readContent().map((document) => JSON.stringify(document))
  lake.import([{file: 'sample', text: text.join('\n')}])
  server = await serve(lake, {port: 0})
  folder = mkdtempSync(join(tmpdir(), 'touchpoints-docs-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(async () => {
  await server.close()
  lake.close()
  rmSync(folder, {recursive: true})
})

/** Code that the page leaves to the reader: an unreachable feed, a broken document. */
const preamble = `
import {createClient} from ${JSON.stringify(import.meta.resolve('@sanity/client'))}
const feedFetch = () => Promise.resolve(new Response('', {status: 503}))
async function breakSomething() {
  const client = createClient({
    projectId: 'docs', dataset: 'production', apiHost: process.env.SANITY_API_HOST,
    token: '${token}', apiVersion: '${apiVersion}', useProjectHostname: false, useCdn: false,
  })
  await client.create({
    _id: 'broken', _type: 'touchpoint', title: 'Broken', slug: {_type: 'slug', current: 'broken'},
    series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
    schedule: {start: 'next Thursday', timeZone: 'UTC', minutes: 60},
    status: 'planned', audience: 'everyone',
  })
}
`

test('the examples of docs/loader.md print the output that the page shows', async () => {
  const file = join(folder, 'examples.mts')
  writeFileSync(file, preamble + examples.join('\n'))
  const {stdout} = await promisify(execFile)(process.execPath, [file], {
    timeout: 60_000,
    env: {
      SANITY_STUDIO_PROJECT_ID: 'docs',
      SANITY_STUDIO_DATASET: 'production',
      SANITY_API_READ_TOKEN: token,
      SANITY_API_HOST: server.url,
      NODE_OPTIONS: process.env['NODE_OPTIONS'],
    },
  })
  expect(stdout.trimEnd().split('\n')).toEqual(printed)
}, 60_000)
