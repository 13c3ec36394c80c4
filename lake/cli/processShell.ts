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
  env: process.env,
  folder: process.cwd(),
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  stopSignal: stopOnSignals,
  setExitCode: (code) => {
    process.exitCode = code
  },
}
