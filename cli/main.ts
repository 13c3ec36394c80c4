#!/usr/bin/env node
import {watchNpm} from '@touchpoints/lake/cli'

import {unsupportedNode} from './unsupportedNode.ts'

const unsupported = unsupportedNode(process.versions.node)
if (unsupported === undefined) {
  watchNpm()
  // After the watch, and where Node has what they import.
  const [{runCommand}, {processShell}] = await Promise.all([
    import('./runCommand.ts'),
    import('./processShell.ts'),
  ])
  await runCommand(process.argv.slice(2), processShell)
} else {
  process.stderr.write(`✗ ${unsupported}\n`)
  process.exitCode = 1
}
