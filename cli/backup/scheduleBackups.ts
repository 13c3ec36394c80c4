import {setTimeout as delay} from 'node:timers/promises'

import {reasonOf} from '../reasonOf.ts'
import {print, printError, type Shell} from '../shell.ts'
import {contentLakeClient} from '../contentLakeClient.ts'
import {backupFolder, makeBackup} from './makeBackup.ts'
import {listBackups, removeOldBackups} from './backupFiles.ts'

/** Backups while a command runs. */
export interface BackupSchedule {
  /** Relative to the project. */
  folder: string
  /** Milliseconds between two. */
  every: number
  keep: number
}

const hour = 3_600_000

/**
 * Makes a backup when the newest one in the folder is older than the interval, until the signal aborts. A backup that
 * fails is reported, and tried again after an hour, or after the interval if that is shorter.
 *
 * @param address - of the lake
 */
export async function scheduleBackups(
  {folder: name, every, keep}: BackupSchedule,
  address: string,
  {signal, ...shell}: Shell & {signal: AbortSignal},
): Promise<void> {
  const env = {...shell.env, SANITY_API_HOST: address}
  const client = contentLakeClient({env, folder: shell.folder}, 'SANITY_API_READ_TOKEN')
  const {projectId = '', dataset = ''} = client.config()
  const names = {projectId, dataset}
  const folder = backupFolder(name, shell.folder)
  const log = (line: string) => printError(shell, line)
  let notBefore = 0
  while (!signal.aborted) {
    const [newest] = await listBackups(folder, names)
    const due = Math.max(notBefore, newest ? newest.instant.getTime() + every : 0)
    const wait = due - Date.now()
    if (wait > 0) {
      // In parts: a timer of more than 24 days would fire at once, and a laptop that slept is late.
      await delay(Math.min(wait, hour), undefined, {signal, ref: false}).catch(() => {})
      continue
    }
    notBefore = Date.now() + Math.min(hour, every)
    try {
      const {file} = await makeBackup(client, {folder, now: new Date(), signal, log})
      await removeOldBackups(file, names, keep)
      print(shell, `Backup: ${file}`)
    } catch (error) {
      if (!signal.aborted) printError(shell, `Backup failed. ${reasonOf(error)}`)
    }
  }
}
