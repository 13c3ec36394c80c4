import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {setTimeout as delay} from 'node:timers/promises'
import {stripVTControlCharacters} from 'node:util'

import {CliError} from '../CliError.ts'
import {firstResponse} from './firstResponse.ts'
import {lastLines} from './lastLines.ts'

export interface NodeProgram {
  /** Name for messages, such as "The Studio". */
  name: string
  /** JavaScript file that Node runs. */
  file: string
  args: readonly string[]
  folder: string
  env: Readonly<Record<string, string | undefined>>
  /** Stops the program and everything that it started, during or after its start. */
  signal: AbortSignal
}

export interface ProgramOptions extends NodeProgram {
  /**
   * The program is ready when this address responds, with any status. A program that chooses its own port prints
   * its address: then this is where to look first.
   */
  address: string
  /** Whether to take the first address on this machine that the program prints, instead. */
  printsAddress: boolean
  /** Called with each line that the ready program writes to standard error. */
  onErrorLine: (line: string) => void
}

export interface RunningProgram {
  name: string
  /** The page that it serves first, after redirects. */
  address: string
  /** Why its first page is an error. Undefined when the page is fine. */
  fault: string | undefined
  /** Resolves when the program exits, for any reason, and everything that it started is ended too. */
  ended: Promise<void>
}

/**
 * Runs a Node program until it exits.
 *
 * @throws CliError with the program's last output when it fails
 */
export async function runProgram(
  program: NodeProgram,
  onLine: (line: string) => void = () => {},
): Promise<void> {
  const lastOutput = lastLines()
  const {child, exit} = launch(program)
  const read = (line: string) => {
    lastOutput.add(line)
    onLine(line)
  }
  readLines(child.stdout, read)
  readLines(child.stderr, read)
  await exit
  if (child.exitCode === 0) return
  throw new CliError('start-failed', `${program.name} failed. Last output:\n${lastOutput.text()}`)
}

/**
 * Starts a Node program, waits until it responds, and reads its first page.
 *
 * @throws CliError with the program's last output when it exits first or does not respond within two minutes
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const {name, onErrorLine} = options
  const lastOutput = lastLines()
  let {address} = options
  let ready = false
  const {child, exit} = launch(options)
  readLines(child.stdout, (line) => {
    lastOutput.add(line)
    if (options.printsAddress && !ready) address = addressIn(line) ?? address
  })
  readLines(child.stderr, (line) => {
    lastOutput.add(line)
    if (ready) onErrorLine(line)
  })

  const exited = new AbortController()
  const ended = exit.then(() => exited.abort())
  const first = await firstResponse(() => address, exited.signal)
  if (first) {
    ready = true
    return {name, address: first.url, fault: first.fault(lastOutput), ended}
  }
  const failure = exited.signal.aborted
    ? 'exited while starting'
    : 'did not respond within two minutes'
  signalGroup(child, 'SIGKILL')
  await ended
  throw new CliError('start-failed', `${name} ${failure}. Last output:\n${lastOutput.text()}`)
}

// A program must not outlive this command, even when the command is killed, and neither may what the program
// started: the program leads a group of processes. The channel between them must not keep the program running
// (worker threads have no channel). It can be closed before this runs. What the program starts inherits this import:
// the server of Next would end before it listens, if nothing but a channel kept it running.
const exitWithParent = `data:text/javascript,${encodeURIComponent(`
const end = () => {
  try { process.kill(-process.pid, 'SIGKILL') } catch {}
  process.exit()
}
if (process.ppid === ${process.pid}) {
  process.on('disconnect', end)
  if (process.channel) process.channel.unref()
  else if (process.connected === false) end()
}
`)}`

/** Windows has no groups of processes that a signal reaches. */
const hasGroups = process.platform !== 'win32'

function launch({file, args, folder, env, signal}: NodeProgram) {
  const child = fork(file, [...args], {
    cwd: folder,
    env: {...env},
    execArgv: ['--import', exitWithParent],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: hasGroups,
  })
  const exited = new AbortController()
  const exit = once(child, 'exit')
    .catch(() => undefined)
    .then(() => {
      // What it started may run on without it.
      signalGroup(child, 'SIGKILL')
      exited.abort()
    })
  const stop = () => {
    signalGroup(child, 'SIGTERM')
    // A dev server waits for open connections, so a browser tab could keep it running.
    delay(2000, undefined, {signal: exited.signal, ref: false}).then(
      () => signalGroup(child, 'SIGKILL'),
      () => undefined,
    )
  }
  signal.addEventListener('abort', stop, {once: true})
  if (signal.aborted) stop()
  return {child, exit}
}

function signalGroup({pid}: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') {
  if (pid === undefined) return
  try {
    process.kill(hasGroups ? -pid : pid, signal)
  } catch {
    // All of them have ended.
  }
}

function addressIn(line: string): string | undefined {
  // Dev servers color their address.
  const plain = stripVTControlCharacters(line)
  return /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d+[^\s"']*/.exec(plain)?.[0]
}

function readLines(stream: Readable | null, onLine: (line: string) => void) {
  if (stream) createInterface({input: stream}).on('line', onLine)
}
