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

describe('touchpoints import', () => {
  test('writes a Markdown page as NDJSON and reports text that was not imported, with its line', async () => {
    const {code, err} = await run('page.md', '--as-of', '2024-03-20', '--out', 'page.ndjson')
    expect(code).toBe(0)
    expect(err).toMatch(/page\.md:\d+ {2}mood="cheerful"/)
    expect(err).toContain('Please verify:')
    const lines = (await readFile(join(folder, 'page.ndjson'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)._id)).toContain('touchpoint-2024-04-11')
    expect(lake.count()).toBe(0)
  })

  test('imports a page into the Content Lake, and rejects a second import because the ids exist', async () => {
    const first = await run('page.md', '--as-of', '2024-03-20')
    expect(first.out).toMatch(/^\d+ documents imported\.\n$/)
    const count = lake.count()
    expect(count).toBeGreaterThan(20)
    const second = await run('page.md', '--as-of', '2024-03-20')
    expect(second).toMatchObject({code: 1, err: expect.stringContaining('Nothing was imported')})
    expect((await run('page.md', '--as-of', '2024-03-20', '--missing')).code).toBe(0)
    expect(lake.count()).toBe(count)
  })

  test('an invalid line is an error with file and line, and nothing is imported', async () => {
    const before = lake.count()
    await writeFile(join(folder, 'bad.ndjson'), '{"_id":"new","_type":"guest"}\n{"_id":\n')
    const {code, err} = await run('bad.ndjson')
    expect(err).toContain('bad.ndjson:2 is not a document')
    expect(code).toBe(1)
    expect(lake.count()).toBe(before)
  })

  test('--replace overwrites, and conflicting or missing arguments are errors', async () => {
    const text = '{"_id":"guest-ada","_type":"guest","name":"Ada L.","slug":{"current":"ada"}}\n'
    await writeFile(join(folder, 'one.ndjson'), text)
    expect(await run('one.ndjson', '--replace')).toMatchObject({
      code: 0,
      out: '1 document imported.\n',
    })
    expect(lake.documents().find(({_id}) => _id === 'guest-ada')).toMatchObject({name: 'Ada L.'})
    expect((await run('one.ndjson', '--replace', '--missing')).err).toContain(
      'Use either --missing or --replace',
    )
    expect((await run()).err).toContain('Usage: touchpoints import FILE')
    expect((await run('page.md', '--as-of', 'spring')).err).toContain('--as-of is "spring"')
  })
})
