import {describe, expect, test} from 'vitest'
import {hostedFeatures, hostedLine} from '../../lake/routes/hostedOnlyRoutes.ts'
import type {CliCommand} from '../../scripts/contract/sanityCli/cliCommand.ts'
import {cliResult} from '../../scripts/contract/sanityCli/cliSuite.ts'
import {cliTable} from '../../scripts/contract/sanityCli/cliTable.ts'
import {commandGroups} from '../../scripts/contract/sanityCli/commandGroups.ts'
import {compareCommands, listCommands} from '../../scripts/contract/sanityCli/listCommands.ts'
import {judgeRun} from '../../scripts/contract/sanityCli/outcome.ts'
import {runGroups} from '../../scripts/contract/sanityCli/runGroups.ts'

describe('the registry of commands', () => {
  const registered = commandGroups.flat().map(({command}) => command)

  test('has every command of the installed CLI once, and no other', () => {
    expect(compareCommands(registered)).toEqual({unregistered: [], unknown: []})
    expect(new Set(registered).size).toBe(registered.length)
  })

  test('a command of a new version is reported, and so is one that is gone', () => {
    const listed = [...listCommands().filter((name) => name !== 'versions'), 'datasets dream']
    expect(compareCommands(registered, listed)).toEqual({
      unregistered: ['datasets dream'],
      unknown: ['versions'],
    })
  })
})

const offline = {command: 'datasets list', kind: 'offline', args: [], output: /production/} as const
const hosted = {command: 'backups list', kind: 'hosted', args: []} as const
const reason = hostedLine(hostedFeatures.backups)

describe('judgeRun', () => {
  test.each([
    [offline, {code: 0, output: 'production'}, 'works'],
    [offline, {code: 1, output: 'production'}, 'fails'],
    [offline, {code: 0, output: 'nothing'}, 'fails'],
    [offline, {code: undefined, output: 'production'}, 'fails'],
    [{...offline, until: /production/}, {code: undefined, output: 'production'}, 'works'],
    [hosted, {code: 1, output: `Error: ${reason}`}, 'refuses'],
    [hosted, {code: 1, output: 'Error: fetch failed'}, 'fails'],
    [{...hosted, reason: /needs a login/}, {code: 1, output: 'It needs a login.'}, 'refuses'],
  ])('%o with %o: %s', (entry, run, kind) => {
    expect(judgeRun(entry, run).kind).toBe(kind)
  })
})

describe('the table', () => {
  const outcomes = [
    {command: 'datasets list', kind: 'works'},
    {command: 'datasets alias link', kind: 'works', note: 'as a note'},
    {command: 'versions', kind: 'works'},
    {command: 'backups list', kind: 'refuses', line: 'Backups need the hosted service.'},
    {command: 'backups enable', kind: 'refuses', line: 'Backups need the hosted service.'},
    {command: 'learn', kind: 'unrelated', line: 'Opens a page'},
    {command: 'exec', kind: 'fails', line: 'exit code 1: a | b <c>'},
  ] as const

  test('shows each command with what became of it, and a failing one as failing', () => {
    const table = cliTable(outcomes, {version: '8.12.0', date: '2026-05-01'})
    expect(table).toContain(
      'Of 7 commands, 3 work, 2 say why they cannot, 1 need no lake, and 1 fail.',
    )
    expect(table).toContain('| `datasets` | `list`, `alias link` (as a note) |')
    expect(table).toContain(
      '| `backups list`, `backups enable` | Backups need the hosted service. |',
    )
    expect(table).toContain('**These commands fail**:')
    expect(table).toContain('| `exec` | exit code 1: a \\| b &lt;c> |')
  })

  test('says that none fails only if none does', () => {
    const table = cliTable(outcomes.slice(0, 6), {version: '8.12.0', date: '2026-05-01'})
    expect(table).toContain('No command fails in another way.')
    expect(table).not.toContain('**These commands fail**')
  })

  test('a failing command is a failure of the suite, and one without a lake does not apply', () => {
    expect(cliResult(outcomes)).toMatchObject({
      applicable: 6,
      passed: 5,
      failures: [{name: 'sanity exec', reason: 'exit code 1: a | b <c>'}],
      notApplicable: [{name: 'sanity learn'}],
    })
  })
})

test('groups run at the same time, and the commands of each in their order', async () => {
  const started: string[] = []
  const entry = (command: string): CliCommand => ({...offline, command})
  const outcomes = await runGroups(
    [
      [entry('a 1'), entry('a 2')],
      [entry('b 1'), {command: 'b 2', kind: 'unrelated', reason: 'Opens a page'}],
    ],
    {
      concurrency: 2,
      run: async ({command}) => {
        started.push(command)
        await Promise.resolve()
        return {code: 0, output: 'production'}
      },
    },
  )
  expect(outcomes.map(({command}) => command)).toEqual(['a 1', 'a 2', 'b 1', 'b 2'])
  expect(started.indexOf('a 1')).toBeLessThan(started.indexOf('a 2'))
  expect(started.slice(0, 2)).toEqual(['a 1', 'b 1'])
})
