import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** Supervisors kill a process some seconds after they asked it to end. Programs that it started get two. */
const graceMilliseconds = 4_500

/**
 * A signal that is aborted when someone asks this process to end (Ctrl-C, a closed terminal, a
 * supervisor) and when the npm that started it is killed. The process then ends within five seconds, even
 * if something does not stop. Asked a second time it ends at once. The programs it started end with it.
 */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    // Without a reference, so that a process that has stopped does not wait for it.
    setTimeout(exitNow, graceMilliseconds).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Ctrl-C also reaches npm, which passes it on: the same request arrives twice within moments.
      if (controller.signal.aborted) return
      stop()
      setTimeout(() => process.on(name, () => process.exit(130)), 500).unref()
    })
  }
  // npm passes signals on, except the one it cannot see: killed, it leaves this process behind.
  const {env} = process
  if (env['npm_command'] || env['npm_lifecycle_event'] || env['npm_execpath']) void onNpmExit(stop)
  return controller.signal
}

function exitNow() {
  process.stderr.write(
    'Something did not stop in time. Exiting now. Saved edits are not affected.\n',
  )
  process.exit(130)
}

/** How often to look for npm: with the time to stop, less than five seconds. */
const watchMilliseconds = 400

async function onNpmExit(stop: () => void) {
  const parent = process.ppid
  const npm = await parentOfShell(parent)
  // Killed before this process could look: another process has adopted it.
  if (npm === 'gone') return stop()
  const timer = setInterval(() => {
    if (process.ppid === parent && isRunning(npm)) return
    clearInterval(timer)
    stop()
  }, watchMilliseconds)
  timer.unref()
}

/** Programs that adopt the processes of one that died. None of them is a package manager. */
const adopters =
  /^(?:.*\/)?(?:init|systemd|launchd|tini|dumb-init|docker-init|catatonit|conmon|containerd-shim\S*)$/

/** npm runs a command through a shell, which outlives it: then the shell's parent is npm. */
async function parentOfShell(pid: number): Promise<number | 'gone'> {
  const {parent, name} = await lookUp(pid)
  if (adopters.test(name)) return 'gone'
  if (parent === undefined || !/(?:^|\/)\w*sh$/.test(name)) return pid
  return adopters.test((await lookUp(parent)).name) ? 'gone' : parent
}

async function lookUp(pid: number): Promise<{parent: number | undefined; name: string}> {
  const looked = run('ps', ['-o', 'ppid=,comm=', '-p', String(pid)]).catch(() => ({stdout: ''}))
  const {stdout} = await looked
  // Small container images have no `ps`.
  const text = stdout || (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
  const [, parent, name] = /^\s*(\d+)\s+(\S.*?)\s*$/.exec(stdout) ?? []
  if (parent !== undefined) return {parent: Number(parent), name: name ?? ''}
  const [, short, above] = /^\d+ \((.*)\) \S (\d+)/s.exec(text) ?? []
  return {parent: above === undefined ? undefined : Number(above), name: short ?? ''}
}

/** A process of another user cannot be signaled, and runs all the same. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}
