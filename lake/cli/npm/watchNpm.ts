import {isRunning} from '../isRunning.ts'
import {findNpm, isIntact} from './npmAncestry.ts'
import {processTable} from './processTable.ts'

/** How often to look: with the time to stop, less than five seconds. */
const milliseconds = 400

/**
 * npm passes signals on to its shell, which keeps them, and a killed npm passes nothing on: either leaves this process
 * behind, which then ends. Called first, because loading a command takes a second.
 */
export function watchNpm(): void {
  const parent = process.ppid
  const found = findNpm({pid: process.pid, parent}, process.env, processTable)
  if (found.kind === 'orphaned') return npmHasEnded()
  if (found.kind === 'none') return
  const npm = found.chain.at(-1)
  const timer = setInterval(() => {
    const isAlive = npm === undefined || isRunning(npm)
    if (isAlive && isIntact(found.chain, process.ppid, processTable)) return
    clearInterval(timer)
    npmHasEnded()
  }, milliseconds)
  timer.unref()
}

/** As the signal of a supervisor does: a command that cleans up handles it, and any other ends at once. */
function npmHasEnded() {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143)
}
