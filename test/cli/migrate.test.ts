import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {applyPlan} from '../../cli/migrate/applyPlan.ts'
import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {planMigration} from '../../schemas/migration/index.ts'
import {commandLine} from '../support/commandLine.ts'
import {lakeClient} from '../support/lakeClient.ts'
import {storedDocument} from '../support/readContent.ts'

const samples = new URL('../migration/before/', import.meta.url)
const asOf = ['--as-of', '2025-06-01'] as const

let folder = ''
let lake: Lake
let server: RunningLake

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrate-'))
  const texts = await Promise.all(
    (await readdir(samples)).map((name) => readFile(new URL(name, samples), 'utf8')),
  )
  await writeFile(join(folder, 'before.ndjson'), texts.join(''))
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  server = await serve(lake, {port: 0})
})
afterAll(async () => {
  await server.close()
  lake.close()
  await rm(folder, {recursive: true})
})

const run = (...args: string[]) => commandLine(folder, {SANITY_API_HOST: server.url})(args)

describe('touchpoints migrate with files', () => {
  test('reports the changes and the counts, and writes nothing', async () => {
    const {code, out} = await run('migrate', 'before.ndjson', ...asOf)
    expect(code).toBe(0)
    expect(out).toContain('+ community')
    expect(out).toContain('+ series-workingGroup-agentic-ai-call')
    expect(out).toMatch(/~ workingGroup-agentic-ai: .*call removed/)
    expect(out).toContain('series-all-hands: kind “allHands”')
    expect(out).toMatch(/^series +6 +9$/m)
    expect(out).toMatch(/^all +113 +117$/m)
    expect(out).toContain('Nothing was written.')
    expect(await readdir(folder)).toEqual(['before.ndjson'])
  })

  test('writes all documents to a file, which then needs no migration', async () => {
    expect((await run('migrate', 'before.ndjson', '--out', 'after.ndjson', ...asOf)).code).toBe(0)
    const lines = (await readFile(join(folder, 'after.ndjson'), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(117)
    const {out} = await run('migrate', 'after.ndjson', ...asOf)
    expect(out).toBe('117 documents read. All of them are in the current model.\n')
  })

  test.each([
    [['before.ndjson', '--apply'], 'does not change files'],
    [['--out', 'after.ndjson'], 'no file was given'],
    [['--as-of', 'yesterday'], 'expected a date such as'],
  ])('%j is an error that says what to do', async (args, message) => {
    const {code, err} = await run('migrate', ...args)
    expect(code).not.toBe(0)
    expect(err).toContain(message)
  })
})

describe('touchpoints migrate with the Content Lake', () => {
  test('writes nothing first, then applies, and then has nothing to do', async () => {
    expect((await run('import', 'before.ndjson')).code).toBe(0)
    expect((await run('migrate', ...asOf)).out).toContain('Run it again with --apply')
    expect(lake.count()).toBe(113)

    const draft = {_id: 'drafts.guest-mirko', _type: 'guest', name: 'Mirko', kind: 'ospoMember'}
    await lakeClient(server.url).createOrReplace(draft)
    const {code, out} = await run('migrate', '--apply', ...asOf)
    expect({code, out}).toMatchObject({code: 0, out: expect.stringContaining('changes written')})
    expect(out).toContain('has 118 documents now, and before 114')

    const client = lakeClient(server.url)
    expect(await client.getDocument('community')).toMatchObject({name: 'TODO Group'})
    expect(await client.getDocument('drafts.guest-mirko')).toMatchObject({kind: 'OSPO member'})
    expect(await client.getDocument('workingGroup-agentic-ai')).not.toHaveProperty('call')
    expect((await run('migrate', '--apply', ...asOf)).out).toContain('in the current model')
  })

  test('does not overwrite an edit that was made after the plan', async () => {
    const client = lakeClient(server.url)
    const old = await client.createOrReplace({_id: 'g', _type: 'guest', kind: 'project'})
    const plan = planMigration([storedDocument(old)], {today: '2025-06-01'})
    await client.createOrReplace({_id: 'g', _type: 'guest', kind: 'Speaker'})
    await expect(applyPlan({created: [], patched: plan.patched}, client)).rejects.toThrow(
      'run the command again',
    )
    expect(await client.getDocument('g')).toMatchObject({kind: 'Speaker'})
  })
})
