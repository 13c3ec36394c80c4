import type {Shell} from './shell.ts'
import {stopOnSignals} from './stopOnSignals.ts'

/** The shell of this process. */
export const processShell: Shell = {
  env: process.env,
  folder: process.cwd(),
  writeOutput: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  isTerminal: {output: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY)},
  stopSignal: stopOnSignals,
  fail: () => {
    process.exitCode = 1
  },
}
