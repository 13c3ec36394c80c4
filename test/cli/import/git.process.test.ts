import {execFileSync} from 'node:child_process'
import {chmod, mkdir, readdir, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {defaultImportLimits} from '../../../cli/import/importLimits.ts'
import {readSourceFiles} from '../../../cli/import/plan/readSource.ts'
import {cloneRepository} from '../../../cli/import/source/cloneRepository.ts'
import {gitHistory} from '../../../cli/import/source/gitHistory.ts'
import {pagesOf} from '../../../cli/import/source/repositoryBase.ts'
import {teamToml} from '../../importers/sources/shapes.ts'
import {importSetup, type ImportSetup} from './importSetup.ts'

let setup: ImportSetup
let repository = ''
beforeEach(async () => {
  setup = await importSetup()
  repository = join(setup.folder, 'repository')
  await mkdir(repository)
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => setup.close())

const env = {PATH: process.env['PATH']}

function git(...args: string[]) {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  execFileSync('git', ['-C', repository, ...identity, ...args], {stdio: 'pipe'})
}

async function commit(date: string, files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(repository, name), text)
  git('add', '--all')
  execFileSync(
    'git',
    ['-C', repository, '-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'x'],
    {env: {...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date}},
  )
}

const limits = {timeout: 20_000, signal: new AbortController().signal, env}

describe('the history of a repository', () => {
  test('dates each file by its last change, and a rename is no change', async () => {
    await commit('2024-01-10T12:00:00Z', {'a.md': '# A\n', 'b c.md': '# B\n', 'ü.md': '# U\n'})
    await commit('2025-02-20T12:00:00Z', {'b c.md': '# B, changed\n'})
    await rename(join(repository, 'a.md'), join(repository, 'renamed.md'))
    await commit('2026-03-30T12:00:00Z', {'new.md': '# New\n'})
    const paths = ['renamed.md', 'b c.md', 'ü.md', 'new.md', 'absent.md']
    expect(Object.fromEntries(await gitHistory(repository, paths, limits))).toEqual({
      'b c.md': '2025-02-20',
      'new.md': '2026-03-30',
      'renamed.md': '2024-01-10',
      'ü.md': '2024-01-10',
    })
  })

  test('decides which of two files has the newest word, in the plan', async () => {
    await commit('2024-01-10T12:00:00Z', {'old.toml': teamToml.replace('Pier team', 'Old pier')})
    await commit('2026-01-10T12:00:00Z', {'zz.toml': teamToml})
    const {out} = await setup.run('repository', '--dry-run')
    expect(out).toMatch(/Pier team {2}zz\.toml:1 and 1 more, 2026-01-10/)
    const difference = /“Pier team” \(zz\.toml of\s+2026-01-10\) was used, and not “Old pier”/
    expect(out).toMatch(difference)
  })

  test('is that of a folder inside the repository, too', async () => {
    await mkdir(join(repository, 'docs'))
    await commit('2024-01-10T12:00:00Z', {'docs/pier.toml': teamToml})
    expect((await setup.run('repository/docs', '--dry-run')).out).toContain(
      'pier.toml:1, 2024-01-10',
    )
  })

  test('of a repository without a commit is absent, with a note', async () => {
    await writeFile(join(repository, 'pier.toml'), teamToml)
    const {out, code} = await setup.run('repository', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('Its history could not be read')
  })
})

describe('a repository cannot run a program', () => {
  test('by its settings: a monitor, hooks, a program for signatures, a pager', async () => {
    await commit('2024-01-10T12:00:00Z', {'pier.toml': teamToml})
    const mark = join(setup.folder, 'ran')
    const program = join(setup.folder, 'evil.sh')
    await writeFile(program, `#!/bin/sh\necho ran > ${mark}\n`)
    await chmod(program, 0o755)
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'gpg.program',
      'core.sshCommand',
      'diff.external',
    ]) {
      git('config', key, program)
    }
    git('config', 'log.showSignature', 'true')
    git('config', 'alias.log', `!${program}`)
    const {code, out} = await setup.run('repository', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('2024-01-10')
    expect(await readdir(setup.folder)).not.toContain('ran')
  })
})

describe('a clone', () => {
  const options = () => ({...limits, protocols: ['file'], pin: () => Promise.resolve([])})

  test('has the history, and its folder is removed after the import', async () => {
    await commit('2024-01-10T12:00:00Z', {'pier.toml': teamToml})
    const target = join(setup.folder, 'clone')
    const url = pathToFileURL(repository).href
    await cloneRepository(url, target, {...options(), limits: defaultImportLimits})
    expect([...(await gitHistory(target, ['pier.toml'], limits))]).toEqual([
      ['pier.toml', '2024-01-10'],
    ])
  })

  test('ends at a limit of bytes', async () => {
    await commit('2024-01-10T12:00:00Z', {'pier.toml': teamToml})
    const cloned = cloneRepository(pathToFileURL(repository).href, join(setup.folder, 'clone'), {
      ...options(),
      limits: {...defaultImportLimits, cloneBytes: 100},
    })
    await expect(cloned).rejects.toThrow('more than 100 bytes')
  })

  test('of a private address is refused before git starts, and leaves no folder', async () => {
    const {fetch} = globalThis
    const reading = readSourceFiles(
      {kind: 'repository', url: 'https://127.0.0.1/o/r.git'},
      {
        name: 'r',
        base: undefined,
        allowHosts: [],
        limits: defaultImportLimits,
        fetch: (url, init) => fetch(url, init),
        temporaryFolder: setup.folder,
        env,
        signal: limits.signal,
      },
    )
    await expect(reading).rejects.toThrow(/Could not clone .*(?:private|not allowed|reserved)/)
    expect((await readdir(setup.folder)).filter((name) => /clone/.test(name))).toEqual([])
  })
})

test.each([
  ['git@github.com:o/r.git', 'https://github.com/o/r/blob/main/docs/'],
  ['https://github.com/o/r', 'https://github.com/o/r/blob/main/docs/'],
  ['ssh://git@gitlab.com/o/r.git', 'https://gitlab.com/o/r/-/blob/main/docs/'],
  ['https://user:token@github.com/o/r', undefined],
  ['https://git.example.org/o/r', undefined],
])('the pages of %s are at %s', (remote, base) => {
  expect(pagesOf(remote, 'main', 'docs/')).toBe(base)
})

test.each([
  '--upload-pack=touch /tmp/owned',
  'ext::sh -c touch% /tmp/owned',
  'git@example.org:o/r.git',
  'ssh://example.org/o/r.git',
  'file:///etc',
  'http://example.org/o/r.git',
  'https://user:secret@example.org/o/r.git',
  'git://example.org/o/r.git',
])('%s is refused before anything is requested', async (source) => {
  const {code, err} = await setup.run('--', source)
  expect(code).toBe(1)
  expect(err).toMatch(/not an https: address|does not exist|user name or a password/)
})
