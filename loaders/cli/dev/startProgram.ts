import {fork} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'
import {setTimeout as delay} from 'node:timers/promises'

import {CliError} from '../CliError.ts'

export interface ProgramOptions {
  /** As people know it: "the Studio". */
  name: string
  /** A JavaScript file that Node runs. */
  file: string
  args: string[]
  folder: string
  env: Readonly<Record<string, string | undefined>>
  /** The program is ready when this address answers, whatever it says. */
  address: string
  /** Ends the program, while it starts or later. */
  signal: AbortSignal
  /** Called with each line the program writes to its standard error once it is ready. */
  onErrorLine: (line: string) => void
}

export interface RunningProgram {
  name: string
  /** Resolves when the program ended, for whatever reason. */
  ended: Promise<void>
}

// A program must not outlive this command, even when that is killed and cannot say so.
const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit())'

/**
 * Starts a Node program and waits until it answers.
 *
 * @throws CliError with the program's last words when it ends before, or does not answer in time
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const {name, file, args, folder, env, address, signal} = options
  const child = fork(file, args, {
    cwd: folder,
    env: {...env},
    execArgv: ['--import', endWithParent],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lastWords: string[] = []
  let ready = false
  const onLine = (line: string) => {
    lastWords.push(line)
    if (lastWords.length > 40) lastWords.shift()
  }
  readLines(child.stdout, onLine)
  readLines(child.stderr, (line) => (ready ? options.onErrorLine(line) : onLine(line)))

  const exit = new AbortController()
  const ended = once(child, 'exit').then(
    () => exit.abort(),
    () => exit.abort(),
  )
  const stop = () => {
    child.kill('SIGTERM')
    // A dev server waits for its open connections: a browser tab must not keep it from ending.
    delay(2000, undefined, {signal: exit.signal, ref: false}).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    )
  }
  signal.addEventListener('abort', stop, {once: true})
  if (signal.aborted) stop()

  if (await answers(address, exit.signal)) {
    ready = true
    return {name, ended}
  }
  const what = exit.signal.aborted ? 'ended while starting' : 'did not answer within two minutes'
  child.kill('SIGKILL')
  await ended
  const words = lastWords.map((line) => `  ${line}`).join('\n')
  throw new CliError('start-failed', `${name} ${what}. Its last words:\n${words}`)
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
