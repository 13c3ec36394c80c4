import {existsSync} from 'node:fs'
import {join} from 'node:path'

import type {Shell} from '../shell.ts'
import type {Settings} from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Set for every program that a command starts: a script of a project that runs the command again would never end. */
export const startedBy = 'TOUCHPOINTS_STARTED'

/** No telemetry. */
export const quiet = {
  [startedBy]: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
} as const

/** Variables of a Studio that uses the lake on this machine. */
export function studioEnvironment(settings: Settings, env: Shell['env']): Environment {
  const {ports, projectId, dataset} = settings
  return {
    ...env,
    ...quiet,
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    SANITY_STUDIO_API_HOST: `http://localhost:${ports.lake}`,
    SANITY_STUDIO_PREVIEW_URL: `http://localhost:${ports.site}`,
    // Its command line then asks no questions and sends no telemetry: no account, no network.
    CI: '1',
  }
}

/** Variables of a site that reads the lake on this machine. */
export function siteEnvironment(settings: Settings, env: Shell['env']): Environment {
  const {ports, projectId, dataset, dataFolder} = settings
  return {
    ...sampleFeedsOf(settings),
    SITE_URL: `http://localhost:${ports.site}`,
    ...env,
    ...quiet,
    // What the built server listens on.
    HOST: '127.0.0.1',
    PORT: String(ports.site),
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    SANITY_API_HOST: `http://127.0.0.1:${ports.lake}`,
    SANITY_STUDIO_URL: `http://localhost:${ports.studio}`,
    TOUCHPOINTS_DATA: dataFolder,
  }
}

/** Sample content has its calendars as files, because their hosts do not exist. */
export function sampleFeedsOf({contentFolder}: Settings): {TOUCHPOINTS_SAMPLE_FEEDS?: string} {
  const feeds = join(contentFolder, 'feeds')
  return existsSync(feeds) ? {TOUCHPOINTS_SAMPLE_FEEDS: feeds} : {}
}
