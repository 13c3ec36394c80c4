import {spawn} from 'node:child_process'

export interface RunningServer {
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a script with this Node, and waits until its port responds. Without a port, returns immediately.
 *
 * @throws Error if the port does not respond within a minute
 */
export async function startServer(
  name: string,
  args: string[],
  {port, cwd}: {port?: number; cwd: string},
): Promise<RunningServer> {
  const env = {...process.env, PORT: String(port), ASTRO_TELEMETRY_DISABLED: '1'}
  const child = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'ignore', 'inherit']})
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill()
    await ended
  }
  if (port === undefined) return {ended, stop}
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const responds = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (responds) return {ended, stop}
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await stop()
  throw new Error(`${name} did not respond on port ${port} within a minute.`)
}
