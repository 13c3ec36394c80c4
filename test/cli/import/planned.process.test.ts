import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {sigsYaml, teamToml} from '../../importers/sources/shapes.ts'
import {importSetup, type ImportSetup, ndjson} from './importSetup.ts'

let setup: ImportSetup
beforeEach(async () => {
  setup = await importSetup()
})
afterEach(() => setup.close())

const stored = (id: string) => setup.lake.documents().find(({_id}) => _id === id)

/** A session page of the old kind: one session with its own text. */
const sessionPage = `---
title: "Supply chains"
---

- Date: 12 March 2026, 12:00 UTC
- Guest: Ada Lovelace
- Notes: https://docs.example.org/notes
`

describe('a plan', () => {
  test('without a terminal and without a flag is printed, and nothing is stored', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    const {code, out} = await setup.run('sigs.yaml', '--as-of', '2026-07-01')
    expect(code).toBe(0)
    expect(out).toContain('Tide  sigs.yaml:2')
    expect(out).toMatch(/3 open questions/)
    expect(out).toContain('sigs.yaml:6  charter.md')
    expect(out).toContain('touchpoints import sigs.yaml --yes')
    expect(out).toContain('--plan plan.json')
    expect(setup.lake.count()).toBe(0)
  })

  test('--dry-run works without a Content Lake, and says that it did not compare', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    const offline = await setup.runOffline('sigs.yaml', '--dry-run')
    expect(offline.code).toBe(0)
    expect(offline.out).toContain('Not compared with the Content Lake')
    expect((await setup.runOffline('sigs.yaml', '--yes')).code).toBe(1)
  })

  test('--yes stores drafts of what has no open question, and lists the rest', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    const {code, out} = await setup.run('sigs.yaml', '--yes', '--as-of', '2026-07-01')
    expect(code).toBe(0)
    expect(out).toMatch(
      /3 documents left out:\n {2}Open: who may come\.\n {4}sigs\.yaml:\d+ {2}Weekly call/,
    )
    const ids = setup.lake.documents().map(({_id}) => _id)
    expect(ids.filter((id) => !id.startsWith('drafts.'))).toEqual([])
    expect(out).toContain('Answer the open questions in a terminal')
    expect(ids).toContain('drafts.workingGroup-tide-buoys')
    expect(ids.filter((id) => id.includes('series-'))).toEqual([])
    // A draft refers weakly to another draft, and publishing makes the reference strong.
    expect(stored('drafts.workingGroup-tide-buoys')).toMatchObject({
      parent: {
        _ref: 'workingGroup-tide',
        _weak: true,
        _strengthenOnPublish: {type: 'workingGroup'},
      },
    })
  })

  test('imported twice has nothing to do', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    await setup.run('sigs.yaml', '--yes', '--as-of', '2026-07-01')
    const before = JSON.stringify(setup.lake.documents())
    const second = await setup.run('sigs.yaml', '--yes', '--as-of', '2026-07-01')
    expect(second.out).toContain('Nothing to do.')
    expect(JSON.stringify(setup.lake.documents())).toBe(before)
  })

  test('never changes what is stored unasked, and says which fields differ', async () => {
    const mine = {
      _id: 'workingGroup-tide',
      _type: 'workingGroup',
      title: 'The Tide',
      slug: {_type: 'slug', current: 'tide'},
      phase: 'active',
    }
    await setup.write('mine.ndjson', ndjson(mine))
    await setup.run('mine.ndjson')
    await setup.write('sigs.yaml', sigsYaml)
    const {out} = await setup.run('sigs.yaml', '--yes', '--as-of', '2026-07-01')
    expect(out).toMatch(/1 document different from what is stored, which is kept:\n.*Tide: Title/)
    expect(stored('workingGroup-tide')).toMatchObject({title: 'The Tide'})
    expect(stored('drafts.workingGroup-tide')).toBeUndefined()
    // It is published, so a draft may refer to it strongly.
    expect(stored('drafts.workingGroup-tide-buoys')?.['parent']).not.toHaveProperty('_weak')
  })

  test('can be edited in a file and stored from it', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    await setup.run('sigs.yaml', '--plan', 'plan.json', '--as-of', '2026-07-01')
    expect(setup.lake.count()).toBe(0)
    const path = join(setup.folder, 'plan.json')
    const plan = JSON.parse(await readFile(path, 'utf8'))
    for (const {document} of plan.documents) {
      if (document._type === 'series') document.audience = 'members'
    }
    plan.findings = plan.findings.filter(({kind}: {kind: string}) => kind !== 'ask')
    await writeFile(path, JSON.stringify(plan))
    const result = await setup.run('--from-plan', 'plan.json')
    expect(result.code).toBe(0)
    expect(stored('drafts.series-tide-private-chairs-call')).toMatchObject({audience: 'members'})
  })

  test.each([
    ['no JSON', '{'],
    ['another JSON', '{"documents":[]}'],
    ['deep JSON', '['.repeat(100_000)],
  ])('from a file with %s is an error', async (_, text) => {
    await setup.write('plan.json', text)
    const {code, err} = await setup.run('--from-plan', 'plan.json')
    expect(code).toBe(1)
    expect(err).toContain('plan.json is not a plan')
  })

  test('leaves out a document with an invalid format, with file and line, and ends with 1', async () => {
    await setup.write('sigs.yaml', sigsYaml)
    await setup.run('sigs.yaml', '--plan', 'plan.json')
    const path = join(setup.folder, 'plan.json')
    const plan = JSON.parse(await readFile(path, 'utf8'))
    for (const {document} of plan.documents) {
      if (document._id === 'workingGroup-tide') delete document.title
    }
    await writeFile(path, JSON.stringify(plan))
    const {code, out} = await setup.run('--from-plan', 'plan.json')
    expect(code).toBe(1)
    expect(out).toMatch(/It is not valid: title: .*\n {4}sigs\.yaml:2 /)
    // What refers to it would refer to nothing.
    expect(out).toContain('It refers to workingGroup-tide, which is not imported.')
    expect(stored('drafts.guest-ana-ruiz')).toBeDefined()
  })
})

describe('a page', () => {
  test('never replaces the community’s meetings page, and no flag that would is recommended', async () => {
    const meetings = {
      _id: 'meetingsPage',
      _type: 'meetingsPage',
      title: 'Our meetings',
      path: '/m/',
    }
    await setup.write('mine.ndjson', ndjson(meetings))
    await setup.run('mine.ndjson')
    const before = JSON.stringify(stored('meetingsPage'))
    await setup.write('2026-03-12-supply-chains.md', sessionPage)
    for (const flags of [[], ['--yes'], ['--dry-run']]) {
      const result = await setup.run('2026-03-12-supply-chains.md', ...flags)
      expect(result.out).toContain('Session (1)')
      expect(result.out).not.toContain('Meetings page (1)')
      expect(`${result.out}${result.err}`).not.toContain('--replace')
    }
    expect(JSON.stringify(stored('meetingsPage'))).toBe(before)
    const replace = await setup.run('2026-03-12-supply-chains.md', '--replace')
    expect(replace).toMatchObject({code: 1, err: expect.stringContaining('never replaces')})
    expect(JSON.stringify(stored('meetingsPage'))).toBe(before)
  })
})

describe('a folder', () => {
  test('is read as a whole, and files that nothing reads are counted', async () => {
    await mkdir(join(setup.folder, 'repo/teams'), {recursive: true})
    await mkdir(join(setup.folder, 'repo/.hidden'), {recursive: true})
    await setup.write('repo/sigs.yaml', sigsYaml)
    await setup.write('repo/teams/pier.toml', teamToml)
    await setup.write('repo/config.yaml', 'a: 1\n')
    await setup.write('repo/main.go', 'package main\n')
    await setup.write('repo/logo.png', new Uint8Array([1, 2]))
    await setup.write('repo/.hidden/sigs.yaml', sigsYaml.replace('Tide', 'Secret'))
    const {out} = await setup.run('repo', '--dry-run')
    expect(out).toContain('Tide  sigs.yaml:2')
    expect(out).toContain('Pier team  teams/pier.toml:1')
    expect(out).not.toContain('Secret')
    expect(out).toMatch(/Not read: .*1 code file/)
    expect(out).toContain('1 image')
    expect(out.replaceAll(/\s+/g, ' ')).toContain('1 text file: config.yaml.')
    expect(out).toContain('It has no history')
  })
})
