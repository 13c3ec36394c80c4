import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {createLake, type Lake} from '../createLake.ts'
import {isLakeError} from '../errors.ts'
import {reasonOf} from '../reasonOf.ts'
import {CommandError} from './CommandError.ts'
import {findProject, type Project} from './project/findProject.ts'
import type {Values} from './readArguments.ts'
import {readRunningNote} from './runningNote.ts'
import {seedDatasets} from './seed/seedDatasets.ts'
import type {Shell} from './shell.ts'

/** The lake of a command: what it serves, and where the data is. */
export interface CommandLake {
  lake: Lake
  project: Project
  token: string | undefined
  /** The data folder, absolute. Undefined for a lake in memory. */
  folder: string | undefined
}

/** The Studio reads no shorter token from its address (`consumeHashToken`, versions 5 and 6). */
const studioTokenLength = 32

/** Returns the data folder of a project, absolute. Undefined for a lake in memory. */
export function dataFolder({memory, data}: Values, root: string, shell: Shell): string | undefined {
  if (memory) return undefined
  return data === undefined ? join(root, '.sanity-lake') : resolve(shell.folder, data)
}

/**
 * Opens the lake of the Sanity project in the current folder, and seeds its empty datasets.
 *
 * @param find - finds the project, which loads its configuration
 * @throws CommandError, LakeError, ImportError. Nothing is open then.
 */
export async function openCommandLake(
  values: Values,
  shell: Shell,
  find: () => Promise<Project> = () => findProject(values, shell),
): Promise<CommandLake> {
  if (values.memory && values.data !== undefined) {
    throw new CommandError('usage', '--memory stores nothing on disk. Leave out --data.')
  }
  const project = await find()
  const folder = dataFolder(values, project.root, shell)
  const token = values.token ?? (shell.env['SANITY_LAKE_TOKEN'] || undefined)
  requireToken(values, token)
  const lake = openLake(values, {project, folder, token}, shell)
  try {
    await seedDatasets(lake, {...values, token}, shell)
    if (token !== undefined && token.length < studioTokenLength) {
      shell.printError(
        `! The token has ${token.length} characters. A Studio ignores a token of less than ${studioTokenLength} in its address (#token=…), and shows its login page. Use a longer one for a Studio.`,
      )
    }
    return {lake, project, token, folder}
  } catch (error) {
    lake.close()
    throw error
  }
}

function openLake(
  values: Values,
  {project, folder, token}: Omit<CommandLake, 'lake'>,
  shell: Shell,
): Lake {
  const [first, ...datasets] = project.datasets
  const options = {
    ...first,
    datasets,
    allowedHosts: (values['allow-host'] ?? []).map((name) => name.toLowerCase()),
    allowedOrigins: values['allow-origin'] ?? [],
    tokens: token === undefined ? [] : [{token, role: 'write', name: 'Token'} as const],
    warn: (message: string) => shell.printError(`! ${message}`),
  }
  if (folder === undefined) return createLake({file: ':memory:', ...options})
  makeFolder(folder)
  try {
    return createLake({folder, ...options})
  } catch (error) {
    if (isLakeError(error) && error.code === 'file-locked') throw inUse(folder, error)
    throw error
  }
}

function requireToken({host}: Values, token: string | undefined) {
  if (host === undefined || token !== undefined || /^(?:127\.|localhost$|::1$)/.test(host)) return
  throw new CommandError(
    'usage',
    `With --host ${host}, other machines can reach the lake. Set SANITY_LAKE_TOKEN to at least 16 random characters, such as the output of: openssl rand -hex 24`,
  )
}

function makeFolder(folder: string) {
  try {
    if (existsSync(folder)) return
    mkdirSync(folder, {recursive: true})
    // The data is of this machine. A repository must not contain it by accident.
    writeFileSync(join(folder, '.gitignore'), '*\n')
  } catch (error) {
    const reason = reasonOf(error)
    const message = `Could not create the data folder ${folder} (${reason}). Choose another one with --data, or use --memory.`
    throw new CommandError('project', message, {cause: error})
  }
}

function inUse(folder: string, cause: unknown): CommandError {
  const running = readRunningNote(folder)
  const by = running
    ? `the lake of process ${running.pid}, at ${running.address}`
    : 'another process'
  const message = `The data folder ${folder} is in use by ${by}. Use that one or stop it, or choose another folder with --data.`
  return new CommandError('folder-in-use', message, {cause})
}
