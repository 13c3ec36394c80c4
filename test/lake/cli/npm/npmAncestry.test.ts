import {expect, test} from 'vitest'

import {type Ancestry, findNpm, isIntact} from '../../../../lake/cli/npm/npmAncestry.ts'
import type {ProcessEntry} from '../../../../lake/cli/npm/processTable.ts'

const env = {npm_lifecycle_event: 'start', npm_config_user_agent: 'npm/11.0.0 node/v24.0.0'}
const variables = 'HOME=/home/ana\0npm_lifecycle_event=start'

type Entry = readonly [parent: number, command: string, more?: Partial<ProcessEntry>]

const tableOf = (entries: Readonly<Record<number, Entry>>) => (pid: number) => {
  const [parent, command, more] = entries[pid] ?? []
  if (parent === undefined || command === undefined) return undefined
  return {parent, command, session: 20, variables: 'HOME=/home/ana', ...more}
}

const below: Entry = [30, 'node main.ts dev', {variables}]
const shell: Entry = [20, 'sh -c touchpoints dev', {variables}]
const first: Entry = [0, '/usr/bin/guest-agent --port 9', {session: 1}]
const hidden = {variables: undefined}

const cases: [string, Record<number, Entry>, Ancestry][] = [
  [
    'npm started it through a shell',
    {40: below, 30: shell, 20: [10, 'npm start'], 10: [1, 'bash'], 1: first},
    {kind: 'below', chain: [40, 30, 20]},
  ],
  [
    'npm is the first process of a container',
    {40: [1, 'node main.ts dev', {variables}], 1: [0, 'npm start']},
    {kind: 'below', chain: [40, 1]},
  ],
  [
    'a program that npm started is between',
    {
      40: below,
      30: [25, 'sh -c touchpoints dev', {variables}],
      25: [22, 'node concurrently', {variables}],
      22: [20, 'sh -c concurrently', {variables}],
      20: [1, 'node /usr/bin/npm run all'],
    },
    {kind: 'below', chain: [40, 30, 25, 22, 20]},
  ],
  [
    'npm was killed, and the first process is a program that no list would name',
    {40: [1, 'node main.ts dev', {variables}], 1: first},
    {kind: 'orphaned'},
  ],
  [
    'npm was killed, and its shell lives on below the first process',
    {40: below, 30: [1, 'sh -c touchpoints dev', {variables}], 1: first},
    {kind: 'orphaned'},
  ],
  [
    'npm was killed, and a process in the middle has adopted it',
    {40: below, 30: [7, 'systemd --user', {session: 7}], 7: [1, 'any'], 1: first},
    {kind: 'orphaned'},
  ],
  [
    'nobody may read the variables of the first process',
    {40: [1, 'node main.ts dev', {variables}], 1: [0, 'init', hidden]},
    {kind: 'orphaned'},
  ],
  [
    'it runs in a terminal that an npm script once opened',
    {
      40: [30, 'node main.ts dev', {variables}],
      30: [1, 'tmux', {variables, session: 30}],
      1: first,
    },
    {kind: 'none'},
  ],
  [
    'another user is between',
    {40: below, 30: [20, 'su ana', hidden], 20: [10, 'npm start'], 10: [1, 'bash'], 1: first},
    {kind: 'below', chain: [40, 30, 20]},
  ],
  ['the system hides other processes', {40: below}, {kind: 'below', chain: [40, 30]}],
]

test.each(cases)('%s', (_, entries, expected) => {
  const parent = entries[40]?.[0] ?? 0
  expect(findNpm({pid: 40, parent}, env, tableOf(entries))).toEqual(expected)
})

test('without the variables of a package manager there is nothing to watch', () => {
  expect(findNpm({pid: 40, parent: 1}, {}, tableOf({1: first}))).toEqual({kind: 'none'})
})

test.each([
  ['pnpm/10.1.0', '/opt/pnpm/bin/pnpm.cjs', 'node /opt/pnpm/bin/pnpm.cjs run start'],
  [
    'yarn/4.1.0',
    '/home/ana/.yarn/releases/yarn-4.1.0.cjs',
    'node .yarn/releases/yarn-4.1.0.cjs start',
  ],
  ['bun/1.2.0', '/usr/bin/bun', 'bun run start'],
])('%s is found by its own name', (agent, path, command) => {
  const variablesOf = {...env, npm_config_user_agent: agent, npm_execpath: path}
  const table = tableOf({40: below, 30: [20, command], 20: first})
  expect(findNpm({pid: 40, parent: 30}, variablesOf, table)).toEqual({
    kind: 'below',
    chain: [40, 30],
  })
})

test('a chain is cut when any of its processes has another parent', () => {
  const table = (parent: number) => tableOf({40: below, 30: [parent, 'sh', {variables}]})
  expect(isIntact([40, 30, 20], 30, table(20))).toBe(true)
  expect(isIntact([40, 30, 20], 30, table(1))).toBe(false)
  expect(isIntact([40, 30, 20], 1, table(20))).toBe(false)
})
