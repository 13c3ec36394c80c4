import {CliError} from '../CliError.ts'
import type {BackupSchedule} from './scheduleBackups.ts'

/** Options of the commands that back up while they run. */
export const scheduleOptions = {
  backup: {
    type: 'string',
    value: 'FOLDER',
    help: 'back up to FOLDER while it runs, see --every and --keep',
  },
  every: {
    type: 'string',
    value: 'TIME',
    help: 'time between two backups, such as 12h or 7d. Defaults to 24h',
  },
  keep: {
    type: 'string',
    value: 'NUMBER',
    help: 'backups to keep. Older ones are removed after a new one was verified. Defaults to 7',
  },
} as const

const units = {m: 60_000, h: 3_600_000, d: 86_400_000} as const

/**
 * Reads the options of a schedule. Returns undefined without `--backup`.
 *
 * @throws CliError for an invalid time or number, and for --every without --backup
 */
export function readSchedule(values: {
  backup?: string | undefined
  every?: string | undefined
  keep?: string | undefined
}): BackupSchedule | undefined {
  const {backup: folder, every = '24h', keep = '7'} = values
  if (folder === undefined) {
    if (values.every === undefined && values.keep === undefined) return undefined
    throw new CliError('usage', '--every and --keep need --backup FOLDER.')
  }
  return {folder, every: readInterval(every), keep: readKeep(keep)}
}

/** @throws CliError when the value is not a number from 1 */
export function readKeep(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new CliError('usage', `--keep is "${value}": expected the number of backups, from 1.`)
}

function readInterval(value: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(value) ?? []
  if (unit === 'm' || unit === 'h' || unit === 'd') return Number(count) * units[unit]
  throw new CliError('usage', `--every is "${value}": expected a time such as 30m, 12h or 7d.`)
}
