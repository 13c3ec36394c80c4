import {fork} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {setTimeout as delay} from 'node:timers/promises'

import {CliError} from '../CliError.ts'

interface NodeProgram {
  /** As people know it: "the Studio". */
  name: string
  /** A JavaScript file that Node runs. */
  file: string
  args: string[]
  folder: string
  env: Readonly<Record<string, string | undefined>>
  /** Ends the program, while it starts or later. */
  signal: AbortSignal
}

export interface ProgramOptions extends NodeProgram {
  /** The program is ready when this address answers, whatever it says. */
  address: string
  /** Called with each line the program writes to its standard error once it is ready. */
  onErrorLine: (line: string) => void
}

export interface RunningProgram {
  name: string
  /** Resolves when the program ended, for whatever reason. */
  ended: Promise<void>
}

/**
 * Runs a Node program to its end.
 *
 * @throws CliError with the program's last words when it fails
 */
export async function runProgram(program: NodeProgram): Promise<void> {
  const lastWords = lastLines()
  const {child, exit} = launch(program)
  readLines(child.stdout, lastWords.add)
  readLines(child.stderr, lastWords.add)
  await exit
  if (child.exitCode === 0) return
  throw new CliError('start-failed', `${program.name} failed. Its last words:\n${lastWords.text()}`)
}

/**
 * Starts a Node program and waits until it answers.
 *
 * @throws CliError with the program's last words when it ends before, or does not answer in time
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const {name, address, onErrorLine} = options
  const lastWords = lastLines()
  let ready = false
  const {child, exit} = launch(options)
  readLines(child.stdout, lastWords.add)
  readLines(child.stderr, (line) => (ready ? onErrorLine(line) : lastWords.add(line)))

  const over = new AbortController()
  const ended = exit.then(() => over.abort())
  if (await answers(address, over.signal)) {
    ready = true
    return {name, ended}
  }
  const what = over.signal.aborted ? 'ended while starting' : 'did not answer within two minutes'
  child.kill('SIGKILL')
  await ended
  throw new CliError('start-failed', `${name} ${what}. Its last words:\n${lastWords.text()}`)
}

// A program must not outlive this command, even when that is killed and cannot say so; and its channel
// to this command must not keep it from ending by itself (its worker threads have none).
const endWithParent =
  'data:text/javascript,process.on("disconnect",()=>process.exit());process.channel?.unref()'

function launch({file, args, folder, env, signal}: NodeProgram) {
  const child = fork(file, args, {
    cwd: folder,
    env: {...env},
    execArgv: ['--import', endWithParent],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const over = new AbortController()
  const exit = once(child, 'exit').then(
    () => over.abort(),
    () => over.abort(),
  )
  const stop = () => {
    child.kill('SIGTERM')
    // A dev server waits for its open connections: a browser tab must not keep it from ending.
    delay(2000, undefined, {signal: over.signal, ref: false}).then(
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

async function answers(address: string, ended: AbortSignal): Promise<boolean> {
  const patience = AbortSignal.any([ended, AbortSignal.timeout(120_000)])
  while (!patience.aborted) {
    if (await hasAnswer(address, patience)) return true
    await delay(100, undefined, {signal: patience}).catch(() => undefined)
  }
  return false
}

async function hasAnswer(address: string, signal: AbortSignal): Promise<boolean> {
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
