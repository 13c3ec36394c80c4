import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'

const script = new URL('lakeServer.ts', import.meta.url).pathname

export interface LakeServer {
  port: number
  child: ChildProcess
  /** What the process wrote to standard error. */
  errors: () => string
  /** Whether the process lives and answers an honest request. */
  serves: () => Promise<boolean>
  kill: () => Promise<void>
}

/** Starts `lakeServer.ts`. `wrapper` is a command that runs it, such as a shell with other limits. */
export async function startLakeServer(
  options: object = {},
  wrapper: readonly string[] = [],
): Promise<LakeServer> {
  const command = [...wrapper, process.execPath, script, JSON.stringify(options)]
  const [file = '', ...args] = command
  const child = spawn(file, args, {stdio: ['ignore', 'pipe', 'pipe']})
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [line] = await Promise.race([
    once(createInterface({input: child.stdout}), 'line'),
    once(child, 'exit').then(() => [`ended: ${errors}`]),
  ])
  const port = Number(line)
  if (!Number.isInteger(port)) throw new Error(`The lake did not start: ${String(line)}`)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    port,
    child,
    errors: () => errors,
    serves: async () => {
      if (hasEnded()) return false
      const response = await fetch(`http://localhost:${port}/v1/ping`)
      return (await response.text()) === '{}'
    },
    kill: async () => {
      if (hasEnded()) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
