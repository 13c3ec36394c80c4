import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {feedCalendars, type FeedFetch, guardedFetch, sampleFeeds} from '@touchpoints/calendar/fetch'
import {createLoader, type Loader} from 'touchpoints'
import type {Extension} from 'touchpoints/extend'

import {contentLakeClient} from './contentLakeClient.ts'
import {contentFolder} from './dev/contentFolder.ts'
import type {Shell} from './shell.ts'

/** The Content Lake of a command, and how the command reads calendars. */
export interface Connection {
  client: SanityClient
  hosted: boolean
  /** Address for messages. */
  address: string
  projectId: string
  dataset: string
  fetchFeed: FeedFetch
  loader: Loader
  /** Returns secret addresses and members' links too. Not for anything that goes out. */
  editorsLoader: Loader
}

export interface ConnectionOptions {
  env: Shell['env']
  folder: string
  now: Date
  /** What the project adds to the content. */
  extension?: Extension | undefined
}

/**
 * Connects to the Content Lake on this machine, or to the hosted service when SANITY_STUDIO_PROJECT_ID is
 * set and SANITY_API_HOST is not.
 *
 * @throws CliError that names an invalid variable
 */
export function connect({env, folder, now, extension}: ConnectionOptions): Connection {
  const client = contentLakeClient({env, folder}, 'SANITY_API_READ_TOKEN')
  const {projectId = '', dataset = '', apiHost} = client.config()
  const hosted = Boolean(env['SANITY_STUDIO_PROJECT_ID'] && !env['SANITY_API_HOST'])
  const fetchFeed = feedFetch(env, folder)
  const calendars = feedCalendars({fetch: fetchFeed})
  const loader = createLoader({client, calendars, now, extension})
  const editorsLoader = createLoader({client, calendars, now, extension, audience: 'members'})
  const address = hosted ? `https://${projectId}.api.sanity.io` : apiHost
  return {client, hosted, address, projectId, dataset, fetchFeed, loader, editorsLoader}
}

/** Reads sample calendars from the content's `feeds` where that exists, because their hosts do not exist. */
function feedFetch(env: Shell['env'], folder: string): FeedFetch {
  const content = contentFolder(folder, env['TOUCHPOINTS_CONTENT'] || undefined)
  const samples = env['TOUCHPOINTS_SAMPLE_FEEDS'] || join(content, 'feeds')
  const guarded = guardedFetch()
  return existsSync(join(samples, 'index.json')) ? sampleFeeds(samples, guarded) : guarded
}
