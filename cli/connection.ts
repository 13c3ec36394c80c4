import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {feedCalendars, type FeedFetch, guardedFetch, sampleFeeds} from '@touchpoints/calendar/fetch'
import {createLoader, type Loader} from 'touchpoints'

import {contentLakeClient} from './contentLakeClient.ts'
import type {Shell} from './shell.ts'

/** Which Content Lake a command talks to, and how it reads calendars. */
export interface Connection {
  client: SanityClient
  hosted: boolean
  /** For people: where that is. */
  address: string
  projectId: string
  dataset: string
  fetchFeed: FeedFetch
  loader: Loader
}

export interface ConnectionOptions {
  env: Shell['env']
  folder: string
  now: Date
}

/**
 * The Content Lake on this machine, or the hosted one when SANITY_STUDIO_PROJECT_ID is set and
 * SANITY_API_HOST is not.
 *
 * @throws CliError for a setting that cannot be used
 */
export function connect({env, folder, now}: ConnectionOptions): Connection {
  const client = contentLakeClient({env, folder}, 'SANITY_API_READ_TOKEN')
  const {projectId = '', dataset = '', apiHost} = client.config()
  const hosted = Boolean(env['SANITY_STUDIO_PROJECT_ID'] && !env['SANITY_API_HOST'])
  const fetchFeed = feedFetch(env, folder)
  const calendars = feedCalendars({fetch: fetchFeed})
  const loader = createLoader({client, calendars, now})
  const address = hosted ? `https://${projectId}.api.sanity.io` : apiHost
  return {client, hosted, address, projectId, dataset, fetchFeed, loader}
}

/** The sample calendars' hosts do not exist: `content/feeds` answers for them where it is there. */
function feedFetch(env: Shell['env'], folder: string): FeedFetch {
  const samples = env['TOUCHPOINTS_SAMPLE_FEEDS'] || join(folder, 'content/feeds')
  const guarded = guardedFetch()
  return existsSync(join(samples, 'index.json')) ? sampleFeeds(samples, guarded) : guarded
}
