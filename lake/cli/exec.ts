import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {constants} from 'node:os'
import {CommandError} from './CommandError.ts'
import {dataFolder} from './commandLake.ts'
import {findProject} from './project/findProject.ts'
import type {CommandLine, Values} from './readArguments.ts'
import {childEnvironment, type ChildEnvironmentOptions} from './redirect/childEnvironment.ts'
import {startGateway} from './redirect/startGateway.ts'
import {readRunningNote} from './runningNote.ts'
import {serveCommandLake} from './serveCommandLake.ts'
import type {Shell} from './shell.ts'

type ExecLine = Extract<CommandLine, {command: 'exec'}>

/** Runs `lake exec`: a program with the lake in place of the hosted service. Exits as the program does. */
export async function exec({values, program}: ExecLine, shell: Shell): Promise<void> {
  const stopped = shell.stopSignal()
  const target = await findTarget(values, shell)
  try {
    const refusals = new Set<string>()
    const gateway = await startGateway(new URL(target.address), (reason) => refusals.add(reason))
    try {
      const ports = {gateway: gateway.port, lake: target.port}
      const env = childEnvironment({...target, env: shell.env, ports})
      shell.setExitCode(await run(program, {env, folder: shell.folder, stopped}))
      for (const reason of refusals) shell.printError(`! ${reason}`)
    } finally {
      gateway.close()
    }
  } finally {
    await target.close()
  }
}

type Target = Pick<ChildEnvironmentOptions, 'address' | 'projectId' | 'dataset' | 'token'> & {
  port: number
  close: () => Promise<void>
}

/** Sanity's command line does not start a request without a token. */
const anyToken = 'lake'

/** Finds the lake that runs for this folder, or starts one. */
async function findTarget(values: Values, shell: Shell): Promise<Target> {
  try {
    const {server, project, token = anyToken, close} = await serveCommandLake(values, shell, 0)
    const [first] = project.datasets
    return {...first, address: server.url, port: server.port, token, close}
  } catch (error) {
    if (!(error instanceof CommandError) || error.code !== 'folder-in-use') throw error
    const {root} = await findProject(values, shell)
    const folder = dataFolder(values, root, shell)
    const running = folder === undefined ? undefined : readRunningNote(folder)
    if (!running) throw error
    const {address, projectId, dataset} = running
    const token = values.token ?? (shell.env['SANITY_LAKE_TOKEN'] || anyToken)
    const close = () => Promise.resolve()
    if (values.seed) {
      shell.printError(
        `! Not seeded: the lake of process ${running.pid} is running for this folder. Stop it, or seed one in memory with --memory.`,
      )
    }
    return {address, projectId, dataset, token, port: Number(new URL(address).port), close}
  }
}

interface RunOptions {
  env: Record<string, string>
  folder: string
  stopped: AbortSignal
}

/** Runs a program in this terminal. Returns its exit code, or 128 and the number of the signal that ended it. */
async function run([name, ...args]: ExecLine['program'], options: RunOptions): Promise<number> {
  const {env, folder, stopped} = options
  // On Windows, npx is a script, which needs a shell.
  const child = spawn(name, args, {
    cwd: folder,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  // A terminal sends Ctrl-C to the program too. Other signals reach this process only.
  const pass = () => {
    if (stopped.reason !== 'SIGINT') child.kill(stopped.reason)
  }
  stopped.addEventListener('abort', pass, {once: true})
  if (stopped.aborted) pass()
  try {
    const [code, signal] = await once(child, 'exit')
    if (typeof code === 'number') return code
    return 128 + Number(Reflect.get(constants.signals, String(signal)) ?? 0)
  } catch (error) {
    const message = `Could not start "${name}": ${isMissing(error) ? 'there is no such program' : String(error)}. Name the program after \`--\` as in a terminal.`
    throw new CommandError('program', message, {cause: error})
  } finally {
    stopped.removeEventListener('abort', pass)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
