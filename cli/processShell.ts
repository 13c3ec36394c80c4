import type {Shell} from './shell.ts'
import {stopOnSignals} from './stopOnSignals.ts'

/** The process that was started with the command. */
export const processShell: Shell = {
  env: process.env,
  folder: process.cwd(),
  write: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  isTerminal: {output: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY)},
  stopSignal: stopOnSignals,
  fail: () => {
    process.exitCode = 1
  },
}
