import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {commandLine} from '../support/commandLine.ts'
import {page} from '../importers/markdown/page.ts'

let folder = ''
let lake: Lake
let server: RunningLake

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  server = await serve(lake, {port: 0})
  await writeFile(join(folder, 'page.md'), page)
})
afterAll(async () => {
  await server.close()
  lake.close()
  await rm(folder, {recursive: true})
})

const run = (...args: string[]) =>
  commandLine(folder, {SANITY_API_HOST: server.url})(['import', ...args])

const guest = (fields: object) =>
  `${JSON.stringify({_id: 'guest-ada', _type: 'guest', slug: {_type: 'slug', current: 'ada'}, ...fields})}\n`

describe('touchpoints import', () => {
  test('writes a Markdown page as NDJSON and reports text that was not imported, with its line', async () => {
    const {code, out} = await run('page.md', '--as-of', '2024-03-20', '--out', 'page.ndjson')
    expect(code).toBe(0)
    expect(out).toMatch(/page\.md:\d+ {2}mood="cheerful"/)
    expect(out).toContain('Please verify:')
    const lines = (await readFile(join(folder, 'page.ndjson'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)._id)).toContain(
      'workingGroup-metrics-working-group',
    )
    expect(lake.count()).toBe(0)
  })

  test('an invalid line is an error with file and line, and nothing is imported', async () => {
    const before = lake.count()
    await writeFile(join(folder, 'bad.ndjson'), `${guest({name: 'Ada'})}{"_id":\n`)
    const {code, err} = await run('bad.ndjson')
    expect(err).toContain('bad.ndjson:2 is not a document')
    expect(code).toBe(1)
    expect(lake.count()).toBe(before)
  })

  test('--replace overwrites, and conflicting or missing arguments are errors', async () => {
    await writeFile(join(folder, 'one.ndjson'), guest({name: 'Ada L.'}))
    expect(await run('one.ndjson', '--replace')).toMatchObject({
      code: 0,
      out: '1 document imported.\n',
    })
    expect(lake.documents().find(({_id}) => _id === 'guest-ada')).toMatchObject({name: 'Ada L.'})
    expect((await run('one.ndjson', '--replace', '--missing')).err).toContain(
      'Use either --missing or --replace',
    )
    expect((await run()).err).toContain('Usage: touchpoints import SOURCE')
    expect((await run('page.md', '--as-of', 'spring')).err).toContain('--as-of is "spring"')
  })
})

describe('an import that could surprise', () => {
  test('of an empty name is an error, because a variable without a value is no folder', async () => {
    for (const sources of [[''], [' '], ['page.md', '']]) {
      const {code, err} = await run(...sources, '--yes')
      expect(code).toBe(1)
      expect(err).toContain('A SOURCE is empty')
    }
  })

  test.each(['--plan', '--out'])(
    '%s keeps an existing file, which can have edits',
    async (option) => {
      const name = `mine${option}.json`
      await writeFile(join(folder, name), 'my edits')
      const refused = await run('page.md', '--as-of', '2024-03-20', option, name)
      expect(refused.code).toBe(1)
      expect(refused.err).toContain(`${name} exists`)
      expect(refused.err).toContain('--force')
      expect(await readFile(join(folder, name), 'utf8')).toBe('my edits')
      const forced = await run('page.md', '--as-of', '2024-03-20', option, name, '--force')
      expect(forced.code).toBe(0)
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('my edits')
    },
  )
})

describe('NDJSON without a required field is refused before anything is stored', () => {
  test.each([
    ['a name', {}, 'name: '],
    ['a slug', {name: 'Ada', slug: undefined}, 'slug: '],
  ])('%s', async (_, fields, why) => {
    const before = lake.count()
    const good = guest({_id: 'guest-new', name: 'New', slug: {_type: 'slug', current: 'new'}})
    await writeFile(join(folder, 'no.ndjson'), good + guest({_id: 'guest-bad', ...fields}))
    for (const flags of [[], ['--missing'], ['--replace']]) {
      const {code, err} = await run('no.ndjson', ...flags)
      expect(code).toBe(1)
      expect(err).toContain('no.ndjson:2  guest-bad')
      expect(err).toContain(why)
    }
    expect(lake.count()).toBe(before)
  })

  test('but a draft may be incomplete, because an export contains drafts', async () => {
    await writeFile(join(folder, 'draft.ndjson'), '{"_id":"drafts.guest-x","_type":"guest"}\n')
    expect(await run('draft.ndjson')).toMatchObject({code: 0, out: '1 document imported.\n'})
  })

  test('--missing counts what it stored, and what it kept', async () => {
    const other = {_id: 'guest-lin', name: 'Lin', slug: {_type: 'slug', current: 'lin'}}
    await writeFile(join(folder, 'two.ndjson'), guest({name: 'Another Ada'}) + guest(other))
    expect(await run('two.ndjson', '--missing')).toMatchObject({
      code: 0,
      out: '1 document imported. 1 document kept.\n',
    })
    expect(await run('two.ndjson', '--missing')).toMatchObject({
      code: 0,
      out: '0 documents imported. 2 documents kept.\n',
    })
  })
})
