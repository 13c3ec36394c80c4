import {fork} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {setTimeout as delay} from 'node:timers/promises'

import {CliError} from '../CliError.ts'

interface NodeProgram {
  /** Name for messages, such as "the Studio". */
  name: string
  /** JavaScript file that Node runs. */
  file: string
  args: string[]
  folder: string
  env: Readonly<Record<string, string | undefined>>
  /** Stops the program, during or after its start. */
  signal: AbortSignal
}

export interface ProgramOptions extends NodeProgram {
  /** The program is ready when this address responds, with any status. */
  address: string
  /** Called with each line that the ready program writes to standard error. */
  onErrorLine: (line: string) => void
}

export interface RunningProgram {
  name: string
  /** Resolves when the program exits, for any reason. */
  ended: Promise<void>
}

/**
 * Runs a Node program until it exits.
 *
 * @throws CliError with the program's last output when it fails
 */
export async function runProgram(program: NodeProgram): Promise<void> {
  const lastOutput = lastLines()
  const {child, exit} = launch(program)
  readLines(child.stdout, lastOutput.add)
  readLines(child.stderr, lastOutput.add)
  await exit
  if (child.exitCode === 0) return
  throw new CliError('start-failed', `${program.name} failed. Last output:\n${lastOutput.text()}`)
}

/**
 * Starts a Node program and waits until it responds.
 *
 * @throws CliError with the program's last output when it exits first or does not respond within two minutes
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const {name, address, onErrorLine} = options
  const lastOutput = lastLines()
  let ready = false
  const {child, exit} = launch(options)
  readLines(child.stdout, lastOutput.add)
  readLines(child.stderr, (line) => (ready ? onErrorLine(line) : lastOutput.add(line)))

  const exited = new AbortController()
  const ended = exit.then(() => exited.abort())
  if (await responds(address, exited.signal)) {
    ready = true
    return {name, ended}
  }
  const failure = exited.signal.aborted
    ? 'exited while starting'
    : 'did not respond within two minutes'
  child.kill('SIGKILL')
  await ended
  throw new CliError('start-failed', `${name} ${failure}. Last output:\n${lastOutput.text()}`)
}

// A program must not outlive this command, even when the command is killed. The channel between them must
// not keep the program running either (worker threads have no channel).
const exitWithParent =
  'data:text/javascript,process.on("disconnect",()=>process.exit());process.channel?.unref()'

function launch({file, args, folder, env, signal}: NodeProgram) {
  const child = fork(file, args, {
    cwd: folder,
    env: {...env},
    execArgv: ['--import', exitWithParent],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = new AbortController()
  const exit = once(child, 'exit').then(
    () => exited.abort(),
    () => exited.abort(),
  )
  const stop = () => {
    child.kill('SIGTERM')
    // A dev server waits for open connections, so a browser tab could keep it running.
    delay(2000, undefined, {signal: exited.signal, ref: false}).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    )
  }
  signal.addEventListener('abort', stop, {once: true})
  if (signal.aborted) stop()
  return {child, exit}
}

function lastLines() {
  const lines: string[] = []
  return {
    add: (line: string) => {
      lines.push(line)
      if (lines.length > 40) lines.shift()
    },
    text: () => lines.map((line) => `  ${line}`).join('\n'),
  }
}

async function responds(address: string, exited: AbortSignal): Promise<boolean> {
  const deadline = AbortSignal.any([exited, AbortSignal.timeout(120_000)])
  while (!deadline.aborted) {
    if (await accepts(address, deadline)) return true
    await delay(100, undefined, {signal: deadline}).catch(() => undefined)
  }
  return false
}

async function accepts(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(address, {method: 'HEAD', signal})
    await response.body?.cancel()
    return true
  } catch {
    return false
  }
}

function readLines(stream: Readable | null, onLine: (line: string) => void) {
  if (stream) createInterface({input: stream}).on('line', onLine)
}
