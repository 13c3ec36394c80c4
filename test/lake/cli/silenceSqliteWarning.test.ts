import {expect, test} from 'vitest'

import {silenceSqliteWarning} from '../../../lake/cli/silenceSqliteWarning.ts'

test('the command hides the SQLite warning of Node 22 and no other, because nobody can act on it', () => {
  const seen: unknown[][] = []
  const warner = {emitWarning: (...args: unknown[]) => void seen.push(args)}
  silenceSqliteWarning(warner)
  const sqlite = 'SQLite is an experimental feature and might change at any time'
  warner.emitWarning(sqlite, 'ExperimentalWarning')
  expect(seen).toEqual([])
  warner.emitWarning('Type Stripping is an experimental feature', 'ExperimentalWarning')
  warner.emitWarning(sqlite)
  expect(seen).toEqual([
    ['Type Stripping is an experimental feature', 'ExperimentalWarning'],
    [sqlite],
  ])
})
