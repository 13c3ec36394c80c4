import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {constants} from 'node:os'
import {join} from 'node:path'
import {CommandError} from './CommandError.ts'
import {dataFolder} from './commandLake.ts'
import {findProject, type Project} from './project/findProject.ts'
import {splitName} from './project/splitName.ts'
import type {CommandLine, Values} from './readArguments.ts'
import {childEnvironment, type ChildEnvironmentOptions} from './redirect/childEnvironment.ts'
import {startGateway} from './redirect/startGateway.ts'
import {isServing, readRunningNote, type RunningNote} from './runningNote.ts'
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

/** Finds the lake that runs for this project, or starts one. */
async function findTarget(values: Values, shell: Shell): Promise<Target> {
  // Loading the configuration of a project takes most of the time of a start.
  let found: Promise<Project> | undefined
  const find = () => (found ??= findProject(values, shell))
  const running = values.memory ? undefined : await findRunning(values, shell, await find())
  if (running) return runningTarget(running, values, shell)
  try {
    const {
      server,
      project,
      token = anyToken,
      close,
    } = await serveCommandLake(values, shell, {defaultPort: 0, find})
    const [first] = project.datasets
    return {...first, address: server.url, port: server.port, token, close}
  } catch (error) {
    if (!(error instanceof CommandError) || error.code !== 'folder-in-use') throw error
    const {root} = await find()
    const folder = dataFolder(values, root, shell)
    // Started meanwhile, or for another project.
    const note = folder === undefined ? undefined : readRunningNote(folder)
    if (!note) throw error
    return runningTarget(note, values, shell)
  }
}

/** The data folder of `touchpoints dev`. Its lake may run for the project too. */
const touchpointsFolder = '.touchpoints'

async function findRunning(
  values: Values,
  shell: Shell,
  {root, datasets}: Project,
): Promise<RunningNote | undefined> {
  const own = dataFolder(values, root, shell)
  const folders = values.data === undefined ? [own, join(root, touchpointsFolder)] : [own]
  for (const folder of folders) {
    const note = folder === undefined ? undefined : readRunningNote(folder)
    if (note && note.projectId === datasets[0].projectId && (await isServing(note))) return note
  }
  return undefined
}

/** @param note - of the running lake. Its dataset is used, unless the command line names one. */
function runningTarget(note: RunningNote, values: Values, shell: Shell): Target {
  const {address, projectId, pid} = note
  const [requested] = values.dataset ?? []
  const dataset = requested === undefined ? note.dataset : splitName(requested).dataset
  if (values.seed) {
    shell.printError(
      `! Not seeded: the lake of process ${pid} is running for this folder. Stop it, or seed one in memory with --memory.`,
    )
  }
  return {
    address,
    projectId,
    dataset,
    token: values.token ?? (shell.env['SANITY_LAKE_TOKEN'] || anyToken),
    port: Number(new URL(address).port),
    close: () => Promise.resolve(),
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
