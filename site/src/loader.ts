import {join} from 'node:path'
import {isolatedCalendars} from '@touchpoints/calendar/fetch'
import {createLoader} from 'touchpoints'
import {lastGood} from 'touchpoints/last-good'
import {fileAnswers} from 'touchpoints/node'

import {readEnvironment} from './environment.ts'
import {isStatic} from './output.ts'

/** The site's settings, read once for all requests. */
export const environment = readEnvironment()

const {sampleFeeds: samples, dataFolder} = environment

/**
 * How long a page waits for a feed without a stored copy, in milliseconds. A feed with a copy never
 * delays a page. A static build has time, and nobody refreshes its pages.
 */
const feedDeadline = isStatic ? 30_000 : 1500

/** Reads feeds in a thread of its own, so that no feed can stop or delay a page. */
const calendars = isolatedCalendars({
  limits: {deadline: feedDeadline},
  // Sample feeds are read from their files at each start. A stored copy would hide edits.
  ...(samples ? {sampleFolder: samples} : {cacheFolder: join(dataFolder, 'feeds')}),
})

/** Keeps the last good answers, so that the site outlives its Content Lake, also after a restart. */
export const answers = lastGood(fileAnswers(join(dataFolder, 'answers')))

/** The site's loader, created once for all requests. */
export const loader = createLoader({
  projectId: environment.projectId,
  dataset: environment.dataset,
  ...(environment.apiHost && {apiHost: environment.apiHost}),
  // A private dataset answers no query without a token. The loader still returns published content only.
  ...(environment.token && {token: environment.token}),
  ...(environment.studioUrl && {studioUrl: environment.studioUrl}),
  ...(environment.now && {now: environment.now}),
  calendars,
  lastGood: answers,
})

/** Returns the current instant, or the configured one, in UTC to the second. */
export function now(): string {
  return `${(environment.now ?? new Date()).toISOString().slice(0, 19)}Z`
}
