import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {createLake, type Lake, type RunningLake, serve} from '../../lake/index.ts'
import {commandLine} from '../support/commandLine.ts'

const root = resolve(import.meta.dirname, '../..')
const now = '2026-03-01T00:00:00Z'

const extension = `
import {defineExtension, field} from 'touchpoints/extend'
import * as z from 'zod'

interface Venue { name: string }
const title = (venue: Venue): string => venue.name
const view = z.object({_id: z.string(), _type: z.literal('venue'), name: z.string()})

export const extension = defineExtension({
  fields: {
    guest: {
      fields: [{name: 'pronouns', type: 'line'}, {name: 'home', type: 'reference', to: [{type: 'venue'}]}],
      view: z.object({pronouns: z.string().nullable()}),
      rules: [{
        code: 'no-slashes',
        check: ({pronouns}) => String(pronouns).includes('/')
          ? [{level: 'warning', path: ['pronouns'], message: 'Use words.'}] : [],
      }],
    },
  },
  documents: {
    venue: {
      type: {name: 'venue', type: 'document', fields: [
        {name: 'name', type: 'string', validation: (rule) => rule.required()},
        {name: 'website', type: 'url'},
      ]},
      view,
      rules: [{
        code: 'venue-name',
        check: (venue) => venue.name === 'TBD'
          ? [{level: 'error', path: ['name'], message: title({name: 'TBD'}) + ' is not a name.'}] : [],
      }],
    },
  },
})
`
const documents = [
  {_id: 'hall', _type: 'venue', name: 'TBD'},
  {_id: 'attic', _type: 'venue', website: 'https://example.org/'},
  {
    _id: 'ana',
    _type: 'guest',
    name: 'Ana',
    slug: {current: 'ana'},
    pronouns: 'she/her',
    home: {_type: 'reference', _ref: 'hall'},
  },
]
const found = [
  {documentId: 'attic', documentType: 'venue', code: 'format', level: 'error', path: ['name']},
  {documentId: 'hall', documentType: 'venue', code: 'venue-name', level: 'error', path: ['name']},
  {documentId: 'ana', documentType: 'guest', code: 'no-slashes', level: 'warning'},
]

let folder: string
let lake: Lake
let server: RunningLake
let touchpoints: ReturnType<typeof commandLine>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-extension-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n')
  const lines = documents.map((document) => `${JSON.stringify(document)}\n`)
  await writeFile(join(folder, 'content.ndjson'), lines.join(''))
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  server = await serve(lake, {port: 0})
  touchpoints = commandLine(folder, {SANITY_API_HOST: server.url})
})

afterEach(() => rm(join(folder, 'touchpoints.extension.ts'), {force: true}))

afterAll(async () => {
  await server.close()
  lake.close()
  await rm(folder, {recursive: true, force: true})
})

const write = (name: string, text: string) => writeFile(join(folder, name), text)

describe('an extension in the working folder', () => {
  test('is loaded by Node itself, without a build, and checks added types and fields', async () => {
    await write('touchpoints.extension.ts', extension)
    const args = [join(root, 'cli/main.ts'), 'check', 'content.ndjson', '--json', '--now', now]
    const node = join(root, 'node_modules/.bin/node')
    const run = promisify(execFile)(node, args, {cwd: folder})
    const out = await run.then(
      () => '',
      (error: unknown) => String(Reflect.get(Object(error), 'stdout')),
    )
    const result: unknown = JSON.parse(out)
    expect(result).toMatchObject({checked: 3})
    expect(Reflect.get(Object(result), 'findings')).toEqual(
      found.map((finding): unknown => expect.objectContaining(finding)),
    )
  })

  test('is part of what is imported, checked, exported and diagnosed in a Content Lake', async () => {
    await write('touchpoints.extension.ts', extension)
    const refused = await touchpoints(['import', 'content.ndjson', '--replace'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('attic')
    const named = documents.map((document) => ({name: 'Attic', ...document}))
    await write('named.ndjson', named.map((document) => `${JSON.stringify(document)}\n`).join(''))
    expect((await touchpoints(['import', 'named.ndjson', '--replace'])).code).toBe(0)
    const check = await touchpoints(['check', '--json', '--now', now])
    const result: unknown = JSON.parse(check.out)
    expect(result).toMatchObject({checked: 3})
    expect(check.out).toContain('venue-name')

    const exported = await touchpoints(['export', 'all.ndjson'])
    expect(exported.code).toBe(0)
    expect(await readFile(join(folder, 'all.ndjson'), 'utf8')).toContain('"venue"')

    const doctor = await touchpoints(['doctor', '--json'])
    expect(JSON.parse(doctor.out)).toContainEqual({
      about: 'Extension',
      state: 'ok',
      message: 'touchpoints.extension.ts adds pronouns, home to guest; the document type venue.',
    })
  })

  test('can be another file, with --extension', async () => {
    await write('venues.ts', extension)
    const {out} = await touchpoints(['check', 'content.ndjson', '--extension', 'venues.ts'])
    expect(out).toContain('(venue-name)')
    expect((await touchpoints(['check', 'content.ndjson'])).out).not.toContain('(venue-name)')
  })
})

describe('an extension that cannot be used', () => {
  test.each([
    ['a.mjs', 'absent', undefined, '--extension is "a.mjs", which does not exist'],
    ['b.mjs', 'no module', 'export const = 1', 'Could not load b.mjs'],
    ['c.mjs', 'a module without exports', 'const extension = {}', 'It exports nothing'],
    [
      'd.mjs',
      'a module with other exports',
      'export const venueView = {name: 1}; export default []',
      'It exports `default` (a list), `venueView` (an object with name)',
    ],
    [
      'e.mjs',
      'an extension with a misspelled type',
      'export const extension = {fields: {touchpiont: {fields: [], view: {}}}}',
      'e.mjs is not valid. There is no document type "touchpiont"',
    ],
  ])('%s, %s, is an error that says what to do', async (name, _, text, message) => {
    if (text !== undefined) await write(name, text)
    const check = await touchpoints(['check', 'content.ndjson', '--extension', name])
    expect([check.code, check.err]).toEqual([1, expect.stringContaining(message)])
    const doctor = await touchpoints(['doctor', '--json', '--extension', name])
    expect(doctor.code).toBe(1)
    expect(JSON.parse(doctor.out)).toContainEqual({
      about: 'Extension',
      state: 'fail',
      message: expect.stringContaining(message),
    })
  })
})
