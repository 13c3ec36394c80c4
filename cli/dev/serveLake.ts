import {serve} from '@touchpoints/lake'
import {writeRunningNote} from '@touchpoints/lake/cli'

import {print, type Shell} from '../shell.ts'
import type {LakeAccess} from './lakeAccess.ts'
import {openLake} from './openLake.ts'
import {withProjectEvents} from './projectEvents.ts'
import type {Settings} from './settings.ts'

export interface ServedLake {
  /** Such as `http://localhost:3900`. */
  address: string
  close: () => Promise<void>
}

export interface ServeLakeOptions {
  /** Keeps nothing on disk. */
  memory: boolean
  access: LakeAccess
  /** Called before the lake listens. Its error closes the lake. */
  ready: () => Promise<void>
}

/**
 * Opens the lake of a project, imports its content on the first start, and serves it with the editors' calendar.
 *
 * @throws LakeError, ImportError, CliError. Nothing is open then.
 */
export async function serveLake(
  settings: Settings,
  shell: Shell,
  {memory, access, ready}: ServeLakeOptions,
): Promise<ServedLake> {
  const say = (line: string) => print(shell, line)
  const lake = await openLake(settings, shell.folder, say, {
    place: memory ? 'memory' : 'disk',
    access: access.options,
  })
  try {
    await ready()
    const {readToken} = access
    const own = {...settings, ...(readToken && {readToken})}
    const served = await withProjectEvents(lake, own, shell)
    const server = await serve(served, {port: settings.ports.lake, host: access.host})
    if (access.origin) served.setAddress(access.origin)
    const {dataFolder, projectId, dataset} = settings
    const note = {address: server.url, pid: process.pid, projectId, dataset}
    const forget = memory ? () => {} : writeRunningNote(dataFolder, note)
    return {
      address: server.url,
      close: async () => {
        forget()
        await server.close()
        lake.close()
      },
    }
  } catch (error) {
    lake.close()
    throw error
  }
}
