#!/usr/bin/env node
import {watchNpm} from './cli/npm/watchNpm.ts'
import {silenceSqliteWarning} from './cli/silenceSqliteWarning.ts'
import {unsupportedNode} from './cli/unsupportedNode.ts'

const unsupported = unsupportedNode(process.versions.node)
if (unsupported === undefined) {
  // A lake alone may be started in the background, by a script that ends before it.
  if (process.argv.includes('exec')) watchNpm()
  silenceSqliteWarning(process)
  // Imported late: an older Node cannot load the SQLite that they import.
  const [{runCommand}, {processShell}] = await Promise.all([
    import('./cli/runCommand.ts'),
    import('./cli/processShell.ts'),
  ])
  await runCommand(process.argv.slice(2), processShell)
} else {
  process.stderr.write(`✗ ${unsupported}\n`)
  process.exitCode = 1
}
