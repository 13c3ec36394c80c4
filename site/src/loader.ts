import {join} from 'node:path'
import {
  feedCalendars,
  fileCache,
  guardedFetch,
  memoryCache,
  sampleFeeds,
} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'

import {readEnvironment} from './environment.ts'

/** The site's settings and its one loader: made at the first request, kept for all. */
export const environment = readEnvironment()

const {sampleFeeds: samples, dataFolder} = environment

/** A page waits this long for a feed that was never read, milliseconds; a known one never delays it. */
const feedDeadline = 1500

const calendars = feedCalendars({
  limits: {deadline: feedDeadline},
  // A sample is read from its file at each start: a copy of it that outlived the start would hide edits.
  cache: samples ? memoryCache() : fileCache(join(dataFolder, 'feeds')),
  ...(samples && {fetch: sampleFeeds(samples, guardedFetch())}),
})

export const loader = createLoader({
  projectId: environment.projectId,
  dataset: environment.dataset,
  ...(environment.apiHost && {apiHost: environment.apiHost}),
  ...(environment.studioUrl && {studioUrl: environment.studioUrl}),
  ...(environment.now && {now: environment.now}),
  calendars,
})

/** UTC instant, to the second. */
export function now(): string {
  return `${(environment.now ?? new Date()).toISOString().slice(0, 19)}Z`
}
