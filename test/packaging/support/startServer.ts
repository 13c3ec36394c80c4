import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as delay} from 'node:timers/promises'

export interface ServerCommand {
  /** Program and its arguments. */
  command: readonly [string, ...string[]]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Address that the server listens on, without a trailing slash. */
  url: string
}

/** Starts a server of an example, and resolves when it accepts connections. */
export async function startServer({command, cwd, env, url}: ServerCommand) {
  const [program, ...args] = command
  const child = spawn(program, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']})
  let output = ''
  const onOutput = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', onOutput)
  child.stderr.on('data', onOutput)
  const exit = once(child, 'exit')
  let exited = false
  void exit.then(() => {
    exited = true
  })
  while (!(await accepts(url))) {
    if (exited) throw new Error(`${program} exited before it was ready. Output:\n${output}`)
    await delay(100)
  }
  return {
    url,
    output: () => output,
    stop: async () => {
      // With SIGTERM, the server of SvelteKit waits 30 seconds for idle connections of the browser.
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Uses an address that no example has, so that no page is rendered. */
function accepts(url: string): Promise<boolean> {
  return fetch(`${url}/not-a-page`).then(
    async (response) => {
      await response.body?.cancel()
      return true
    },
    () => false,
  )
}
