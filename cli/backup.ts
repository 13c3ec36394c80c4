import {relative} from 'node:path'

import {removeOldBackups} from './backup/backupFiles.ts'
import {withComments} from './backup/commentsDataset.ts'
import {backupFolder, makeBackup} from './backup/makeBackup.ts'
import {openProjectLake} from './dev/openProjectLake.ts'
import {print, printError, type Shell} from './shell.ts'

export interface BackupRequest {
  /** Relative to the project. Undefined for `backups`. */
  folder: string | undefined
  /** Number of backups to keep. Undefined keeps all. */
  keep: number | undefined
}

/** Runs `touchpoints backup`. */
export async function backup({folder, keep}: BackupRequest, shell: Shell): Promise<void> {
  const signal = shell.stopSignal()
  const lake = await openProjectLake(shell, {token: 'SANITY_API_READ_TOKEN', absent: 'fail'})
  try {
    const {client} = lake
    const into = backupFolder(folder, shell.folder)
    const log = (line: string) => printError(shell, line)
    const {file, bytes, documents, comments} = await makeBackup(client, {
      folder: into,
      now: new Date(),
      signal,
      log,
    })
    const {projectId = '', dataset = ''} = client.config()
    const removed =
      keep === undefined ? [] : await removeOldBackups(file, {projectId, dataset}, keep)
    const shown = (each: string) => relative(shell.folder, each) || each
    print(
      shell,
      `Backed up ${documents} documents and assets${withComments(comments)} to ${shown(file)} (${Math.ceil(bytes / 1024)} kB), and verified it by a restore into memory.`,
    )
    for (const each of removed) print(shell, `Removed ${shown(each)}`)
  } finally {
    await lake.close()
  }
}
