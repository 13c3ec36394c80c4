import {createInterface} from 'node:readline/promises'

import {projectEnvironment} from './projectEnvironment.ts'
import type {Shell} from './shell.ts'
import {stopOnSignals} from './stopOnSignals.ts'

// A reader such as `head` closes the pipe when it has enough. Without this, the next write would throw.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** The shell of this process. */
export const processShell: Shell = {
  env: projectEnvironment(process.cwd(), process.env),
  folder: process.cwd(),
  writeOutput: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  isTerminal: {output: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY)},
  ...(process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'] && {confirm}),
  stopSignal: stopOnSignals,
  fail: () => {
    process.exitCode = 1
  },
}

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({input: process.stdin, output: process.stdout})
  terminal.on('SIGINT', () => process.exit(130))
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} (y/N) `)).trim())
  } finally {
    terminal.close()
  }
}
