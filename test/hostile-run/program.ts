import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {promisify} from 'node:util'

export interface ProgramOptions {
  name: string
  args: string[]
  cwd: string
  env: Record<string, string | undefined>
  /** A text on standard output that says that it is ready. */
  readyText: string
  /** Called when it ends without `stop`, `kill` or `restart`, with its last output. */
  onDeath: (name: string, output: string) => void
}

/** A process of the product. */
export interface Program {
  name: string
  /** Returns the resident memory in MB. 0 when it does not run. */
  memory: () => Promise<number>
  /** Freezes the process with SIGSTOP. */
  freeze: () => void
  resume: () => void
  /** Ends the process with SIGKILL. */
  kill: () => Promise<void>
  /** Starts it again, when it does not run. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts a process of the product with this Node. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  let running = await launch(options)
  let starting: Promise<void> | undefined
  const restart = async () => {
    running = await launch(options)
    starting = undefined
  }
  const end = async (signal: NodeJS.Signals) => {
    running.expectEnd()
    running.child.kill('SIGCONT')
    running.child.kill(signal)
    await running.exit
  }
  return {
    name: options.name,
    memory: () => residentMemory(running.child.pid),
    freeze: () => void running.child.kill('SIGSTOP'),
    resume: () => void running.child.kill('SIGCONT'),
    kill: () => end('SIGKILL'),
    start: async () => {
      // Two attacks at a time can both see that it ended.
      if (running.hasEnded()) await (starting ??= restart())
    },
    stop: async () => {
      const timer = setTimeout(() => running.child.kill('SIGKILL'), 8000)
      await end('SIGTERM')
      clearTimeout(timer)
    },
  }
}

async function launch({name, args, cwd, env, readyText, onDeath}: ProgramOptions) {
  const child = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']})
  let output = ''
  let expected = false
  const ready = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-4000)
      if (output.includes(readyText)) ready.resolve()
    })
  }
  // Nothing may stay behind when the run itself fails or is interrupted.
  const killChild = () => void child.kill('SIGKILL')
  process.once('exit', killChild)
  let isReady = false
  const exit = once(child, 'exit').then(() => {
    process.off('exit', killChild)
    if (!isReady) ready.reject(new Error(`${name} ended before it was ready:\n${output}`))
    else if (!expected) onDeath(name, output)
  })
  await ready.promise
  isReady = true
  return {
    child,
    exit,
    expectEnd: () => {
      expected = true
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  }
}

async function residentMemory(pid: number | undefined): Promise<number> {
  const shown = promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  const {stdout} = await shown.catch(() => ({stdout: '0'}))
  return Math.round(Number(stdout) / 1024)
}
