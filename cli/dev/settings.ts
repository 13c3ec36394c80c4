import {join, resolve} from 'node:path'
import {parseInstant} from '@touchpoints/calendar/formats'

import {CliError} from '../CliError.ts'
import {nowHint, readInstant} from '../readInstant.ts'
import {contentFolder, defaultContent} from './contentFolder.ts'

/** The variable that sets the port of each service. */
export const portVariables = {
  site: 'TOUCHPOINTS_SITE_PORT',
  studio: 'TOUCHPOINTS_STUDIO_PORT',
  lake: 'TOUCHPOINTS_LAKE_PORT',
} as const
export type Service = keyof typeof portVariables

export interface Settings {
  ports: Record<Service, number>
  /** The folder of the documents to import and of the sample feeds, absolute. */
  contentFolder: string
  /** The folder of the lake's file, absolute. */
  dataFolder: string
  projectId: string
  dataset: string
  /** Number of days that the lake keeps earlier revisions. Absent to keep them forever. */
  historyDays?: number
  /** Today's date, from a person, for a lake that was off for a long time. */
  confirmedDate?: string
  /** Replaces the current time. Absent to use the clock. */
  now?: Date
  /** Reads drafts in a lake with tokens. Absent for a lake that only this machine can reach. */
  readToken?: string
}

/** The project of a lake on this machine. Ids of the hosted service have eight characters. */
export const localProjectId = 'touchpoints'

const defaultPorts = {site: 4321, studio: 3333, lake: 3900} as const satisfies Settings['ports']

/**
 * Reads the settings of `npm start` from environment variables.
 *
 * @throws CliError that names the variable with the invalid value, or the content that does not exist
 * @example readSettings({TOUCHPOINTS_LAKE_PORT: '3950'}, '/home/ana/meetings').ports.lake // 3950
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Settings {
  const port = (service: Service) =>
    readPort(portVariables[service], env[portVariables[service]], defaultPorts[service])
  const ports = {site: port('site'), studio: port('studio'), lake: port('lake')}
  requireDistinctPorts(ports)
  // The site reads it too. The check here makes a typing error fail the start instead of every page.
  const instant = env['TOUCHPOINTS_NOW']
  const now = instant ? readInstant('TOUCHPOINTS_NOW', instant, 'setting', nowHint) : undefined
  const historyDays = readDays(env['TOUCHPOINTS_HISTORY_DAYS'])
  const confirmedDate = readDate(env['TOUCHPOINTS_CONFIRM_DATE'])
  const content = env['TOUCHPOINTS_CONTENT'] || undefined
  return {
    ports,
    contentFolder: contentFolder(folder, content),
    dataFolder: dataFolder(resolve(folder, env['TOUCHPOINTS_DATA'] || '.touchpoints'), content),
    projectId: env['SANITY_STUDIO_PROJECT_ID'] || localProjectId,
    dataset: env['SANITY_STUDIO_DATASET'] || 'production',
    ...(historyDays !== undefined && {historyDays}),
    ...(confirmedDate !== undefined && {confirmedDate}),
    ...(now && {now}),
  }
}

/** Each content has its own folder: a lake with the documents of two communities helps nobody. */
function dataFolder(folder: string, content: string | undefined): string {
  if (content === undefined || content === defaultContent) return folder
  return join(folder, 'content', content)
}

function readDays(days: string | undefined): number | undefined {
  if (!days) return undefined
  if (/^[1-9]\d{0,4}$/.test(days)) return Number(days)
  throw new CliError(
    'setting',
    `TOUCHPOINTS_HISTORY_DAYS is "${days}": expected the number of days to keep earlier revisions, a whole number from 1. Leave it out to keep them forever.`,
  )
}

function readDate(date: string | undefined): string | undefined {
  if (!date) return undefined
  if (parseInstant(`${date}T00:00:00Z`) !== undefined) return date
  throw new CliError(
    'setting',
    `TOUCHPOINTS_CONFIRM_DATE is "${date}": expected today's date, such as 2026-11-17. Leave it out unless the Content Lake asks for it.`,
  )
}

function readPort(variable: string, value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65_535) return port
  throw new CliError(
    'setting',
    `${variable} is "${value}": expected a port, a whole number from 1 to 65535. Leave it out to use ${fallback}.`,
  )
}

function requireDistinctPorts(ports: Settings['ports']) {
  const entries: [Service, number][] = [
    ['site', ports.site],
    ['studio', ports.studio],
    ['lake', ports.lake],
  ]
  entries.forEach(([service, port], index) => {
    const other = entries.slice(0, index).find(([, used]) => used === port)
    if (!other) return
    throw new CliError(
      'setting',
      `${portVariables[service]} and ${portVariables[other[0]]} are both ${port}. Set a different port for each.`,
    )
  })
}
