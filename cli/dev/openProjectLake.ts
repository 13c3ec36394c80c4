import {existsSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {type Lake, serve} from '@touchpoints/lake'
import {readRunningNote} from '@touchpoints/lake/cli'

import {CliError} from '../CliError.ts'
import {contentLakeClient} from '../contentLakeClient.ts'
import {printError, type Shell} from '../shell.ts'
import {hasContent} from './contentFolder.ts'
import {lakeFile, openLake, openLakeFile} from './openLake.ts'
import {readSettings, type Settings} from './settings.ts'

/** The Content Lake of a project, for one command. */
export interface ProjectLake {
  /** `hosted` is Sanity's service; `remote` a lake at SANITY_API_HOST; the others are of this folder. */
  kind: 'hosted' | 'remote' | 'running' | 'opened' | 'memory'
  client: SanityClient
  settings: Settings
  /** Address for other programs. Undefined for the hosted service. */
  address: string | undefined
  close: () => Promise<void>
}

export interface ProjectLakeOptions {
  token: 'SANITY_API_READ_TOKEN' | 'SANITY_API_WRITE_TOKEN'
  /**
   * What to do when the project has no data folder yet: read its content into memory, create an empty lake, or
   * fail.
   */
  absent: 'memory' | 'create' | 'fail'
}

/**
 * Connects to the Content Lake that a project uses: the hosted service or the lake that the variables name,
 * otherwise the lake of the data folder. That one is opened, or reached where another command serves it, on any
 * port. A port alone would not do: another project's lake may be there.
 *
 * @throws CliError when there is none, or when its data folder is in use and nothing answers
 */
export async function openProjectLake(
  shell: Pick<Shell, 'env' | 'folder' | 'writeError'>,
  {token, absent}: ProjectLakeOptions,
): Promise<ProjectLake> {
  const {env, folder} = shell
  const settings = readSettings(env, folder)
  const clientAt = (address: string | undefined) =>
    contentLakeClient({env: {...env, ...(address && {SANITY_API_HOST: address})}, folder}, token)
  const nothing = () => Promise.resolve()
  const remote = env['SANITY_API_HOST'] || undefined
  if (remote) {
    return {kind: 'remote', client: clientAt(remote), settings, address: remote, close: nothing}
  }
  if (env['SANITY_STUDIO_PROJECT_ID']) {
    return {
      kind: 'hosted',
      client: clientAt(undefined),
      settings,
      address: undefined,
      close: nothing,
    }
  }
  const served = async (kind: ProjectLake['kind'], lake: Lake): Promise<ProjectLake> => {
    const server = await serve(lake, {port: 0})
    const address = `http://127.0.0.1:${server.port}`
    const close = async () => {
      await server.close()
      lake.close()
    }
    return {kind, client: clientAt(address), settings, address, close}
  }
  if (existsSync(lakeFile(settings)) || absent === 'create') {
    const lake = openUnlessRunning(settings)
    if (typeof lake !== 'string') return served('opened', lake)
    return {kind: 'running', client: clientAt(lake), settings, address: lake, close: nothing}
  }
  if (absent === 'fail' || !hasContent(settings)) {
    throw new CliError(
      'unreachable',
      `There is no Content Lake in ${settings.dataFolder}${absent === 'fail' ? '' : `, and no ${settings.contentFolder}/*.ndjson`}. Start the project once with \`npm start\`, or set SANITY_STUDIO_PROJECT_ID for the hosted service.`,
    )
  }
  const log = (line: string) => printError(shell, line)
  return served('memory', await openLake(settings, folder, log, {place: 'memory'}))
}

/** Returns whether the Content Lake of a project is elsewhere, or in its data folder. */
export function hasProjectLake({env, folder}: Pick<Shell, 'env' | 'folder'>): boolean {
  if (env['SANITY_API_HOST'] || env['SANITY_STUDIO_PROJECT_ID']) return true
  return existsSync(lakeFile(readSettings(env, folder)))
}

/** Returns the lake, or the address where another process serves it. */
function openUnlessRunning(settings: Settings): Lake | string {
  try {
    return openLakeFile(settings)
  } catch (error) {
    const running = readRunningNote(settings.dataFolder)
    // A lake is running only if its file is in use: the note outlives a process that was killed.
    if (!running || !(error instanceof CliError) || error.code !== 'start-failed') throw error
    return running.address.replace('//localhost:', '//127.0.0.1:')
  }
}
