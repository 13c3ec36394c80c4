import {hostname} from 'node:os'

import {type BackupSchedule, scheduleBackups} from './backup/scheduleBackups.ts'
import {readLakeAccess} from './dev/lakeAccess.ts'
import {requireFreePorts} from './dev/requireFreePorts.ts'
import {serveLake} from './dev/serveLake.ts'
import {readSettings, type Settings} from './dev/settings.ts'
import {untilAborted} from './dev/untilAborted.ts'
import {print, type Shell} from './shell.ts'

export interface LakeRequest {
  /** Keeps nothing on disk. */
  memory: boolean
  port: string | undefined
  /** The data folder. */
  data: string | undefined
  /** Name of the content to import on the first start. */
  content: string | undefined
  backups: BackupSchedule | undefined
}

/** Runs `touchpoints lake`: a Content Lake and nothing else, until Ctrl-C. */
export async function lake(request: LakeRequest, shell: Shell): Promise<void> {
  const {memory, port, data, content, backups} = request
  const env = {
    ...shell.env,
    ...(port && {TOUCHPOINTS_LAKE_PORT: port}),
    ...(data && {TOUCHPOINTS_DATA: data}),
    ...(content && {TOUCHPOINTS_CONTENT: content}),
  }
  const settings = readSettings(env, shell.folder)
  const access = readLakeAccess(env, hostname())
  const stopped = shell.stopSignal()
  const served = await serveLake(settings, shell, {
    memory,
    access,
    ready: () => requireFreePorts(settings, ['lake']),
  })
  try {
    if (backups) void scheduleBackups(backups, served.address, {...shell, signal: stopped})
    print(shell, howToConnect(settings, served.address, access.origin))
    await untilAborted(stopped)
  } finally {
    await served.close()
  }
  print(shell, memory ? 'Stopped. Nothing was stored.' : 'Stopped. Your edits are saved.')
}

/** @param origin - where a proxy asks for a login. Programs of this machine need a token then. */
export function howToConnect(
  {projectId, dataset}: Pick<Settings, 'projectId' | 'dataset'>,
  address: string,
  origin?: string,
): string {
  const token = origin === undefined ? '' : ', token'
  return [
    '',
    `  Lake    ${origin ?? address}/`,
    ...(origin === undefined ? [] : [`  Behind the proxy, it listens on ${address}`]),
    '',
    '  Connect with @sanity/client:',
    `    createClient({projectId: '${projectId}', dataset: '${dataset}', apiHost: '${address}', useProjectHostname: false, useCdn: false${token}})`,
    '  A site and the touchpoints commands:',
    `    SANITY_API_HOST=${address}${origin === undefined ? '' : ' and SANITY_API_READ_TOKEN'}`,
    '  A Studio:',
    `    SANITY_STUDIO_API_HOST=${origin ?? address}`,
    '',
    '  Press Ctrl-C to stop.',
  ].join('\n')
}
