import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, openSync, readFileSync} from 'node:fs'
import {dirname, delimiter} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'

export interface Program {
  command: string
  args: readonly string[]
  folder: string
  /** File that gets its output. */
  log: string
}

/** Programs of a template start `node` by name. They get the Node that runs this script. */
const environment = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
}

/** Process groups that run. */
const groups = new Set<number>()

// A run that is interrupted ends what it started.
process.once('exit', () => groups.forEach(endGroup))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

/** Starts a program in a process group of its own, so that its end includes the programs it started. */
function start({command, args, folder, log}: Program) {
  const output = openSync(log, 'w')
  const child = spawn(command, args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  const {pid} = child
  if (pid !== undefined) {
    groups.add(pid)
    child.once('exit', () => groups.delete(pid))
  }
  return child
}

/** Runs a program to its end. @throws Error with the end of its output if it fails or takes too long */
export async function runToEnd(program: Program, milliseconds: number): Promise<void> {
  const child = start(program)
  const ended = once(child, 'exit')
  const timer = setTimeout(() => endGroup(child.pid), milliseconds)
  const [code] = await ended
  clearTimeout(timer)
  if (code !== 0) throw new Error(`${title(program)} failed.\n${endOf(program.log)}`)
}

/** Runs a server until the end of its scope, and waits until it answers. @throws Error if it does not */
export async function runServer(
  program: Program,
  address: string,
  milliseconds: number,
): Promise<AsyncDisposable> {
  const child = start(program)
  const exited = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    endGroup(child.pid)
    await exited
  }
  const deadline = Date.now() + milliseconds
  while (!(await answers(address))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`${title(program)} does not answer at ${address}.\n${endOf(program.log)}`)
    }
    await wait(500)
  }
  return {[Symbol.asyncDispose]: stop}
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group ended by itself.
  }
}

/** Any response counts: a development server compiles a page when it is first requested. */
async function answers(address: string): Promise<boolean> {
  try {
    await (await fetch(address, {signal: AbortSignal.timeout(60_000)})).body?.cancel()
    return true
  } catch {
    return false
  }
}

function title({command, args}: Program): string {
  return `\`${[command, ...args].join(' ')}\``
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')
}
