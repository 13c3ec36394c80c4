import {readdir, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {parseInstant} from '@touchpoints/calendar/formats'

/** Names a dataset. */
interface DatasetName {
  projectId: string
  dataset: string
}

/** A backup in a folder. */
export interface BackupFile {
  /** Absolute. */
  file: string
  /** When it was made. */
  instant: Date
}

/**
 * Returns the name of a backup. It has no colons, which Windows does not allow.
 *
 * @example
 * backupName({projectId: 'local', dataset: 'production'}, new Date('2026-11-20T10:00:00Z'))
 * // 'local-production-2026-11-20T10-00-00Z.tar.gz'
 */
export function backupName({projectId, dataset}: DatasetName, now: Date): string {
  const instant = now.toISOString().slice(0, 19).replaceAll(':', '-')
  return `${projectId}-${dataset}-${instant}Z.tar.gz`
}

/** Returns the backups of a dataset in a folder, the newest first. Other files are not backups. */
export async function listBackups(folder: string, name: DatasetName): Promise<BackupFile[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .flatMap((each) => {
      const instant = instantIn(each, name)
      return instant ? [{file: join(folder, each), instant}] : []
    })
    .toSorted((a, b) => b.instant.getTime() - a.instant.getTime())
}

/**
 * Removes the oldest backups of a dataset, after one was made and verified.
 *
 * @param made - the verified one. It stays, also when a wrong clock gave it an early name.
 * @param keep - number of backups to keep, with this one
 * @returns the files that were removed
 */
export async function removeOldBackups(
  made: string,
  name: DatasetName,
  keep: number,
): Promise<string[]> {
  const others = (await listBackups(dirname(made), name)).filter(({file}) => file !== made)
  const old = others.slice(keep - 1).map(({file}) => file)
  for (const file of old) await rm(file, {force: true})
  return old
}

function instantIn(file: string, {projectId, dataset}: DatasetName): Date | undefined {
  const prefix = `${projectId}-${dataset}-`
  if (!file.startsWith(prefix)) return undefined
  const [, date, hour, minute, second] =
    /^(.{10})T(..)-(..)-(..)Z\.tar\.gz$/.exec(file.slice(prefix.length)) ?? []
  const milliseconds = parseInstant(`${date}T${hour}:${minute}:${second}Z`)
  return milliseconds === undefined ? undefined : new Date(milliseconds)
}
