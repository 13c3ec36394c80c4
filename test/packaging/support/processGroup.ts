import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** Starts a command as a terminal does, with everything that it starts in one group. */
export function startGroup(
  command: string,
  args: string[],
  options: {cwd: string; env: NodeJS.ProcessEnv},
) {
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const id = child.pid ?? 0
  const exit = once(child, 'exit')
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return {
    id,
    exit,
    /** What it has written, to standard output and standard error. */
    output: () => output,
    /** Whether any process of the group runs; one that nobody waits for has ended all the same. */
    isRunning: async () => {
      const {stdout} = await run('ps', ['-A', '-o', 'pgid=,stat='])
      return stdout.split('\n').some((line) => new RegExp(`^\\s*${id}\\s+[^Z]`).test(line))
    },
    kill: () => {
      try {
        process.kill(-id, 'SIGKILL')
      } catch {
        // It has ended.
      }
    },
  }
}
