import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {defaultStreamLimits, type StreamLimits} from '../../lake/events/streamLimits.ts'
import {defaultServerLimits, type ServerLimits} from '../../lake/http/serverLimits.ts'

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
const table = page.split('\n## Budgets\n')[1]?.split('\n## ')[0] ?? ''

/** The row and the unit of each limit of the lake's edges. The compiler asks for each new one. */
const rows = {
  connections: ['connections of the lake', 1, ''],
  sockets: ['presence sockets', 1, ''],
  headersMilliseconds: ['time for headers', 1_000, ' s'],
  requestMilliseconds: ['time for a request', 1_000, ' s'],
  idleMilliseconds: ['idle time', 1_000, ' s'],
  authorizationMilliseconds: ["time for a socket's token", 1_000, ' s'],
  listeners: ['listeners', 1, ''],
  unreadBytes: ['unread events of a listener', 1_000_000, ' MB'],
  totalUnreadBytes: ['unread events of all listeners', 1_000_000, ' MB'],
  recentTransactions: ['recent transactions', 1, ''],
  recentBytes: ['recent transactions', 1_000_000, ' MB'],
} as const satisfies Record<keyof (ServerLimits & StreamLimits), readonly [string, number, string]>

test('docs/operations.md has the default of each limit of the lake’s edges', () => {
  const defaults: Record<string, number> = {...defaultServerLimits, ...defaultStreamLimits}
  const missing = Object.entries(rows).filter(([limit, [budget, unit, suffix]]) => {
    const number = (Number(defaults[limit]) / unit).toLocaleString('en-US')
    const row = table.split('\n').find((line) => line.startsWith(`| ${budget} |`))
    return !row?.split('|')[2]?.includes(`${number}${suffix}`)
  })
  expect(missing).toEqual([])
})
