import {createLoader} from '../../loaders/index.ts'
import {readEnvironment} from './environment.ts'
import {temporaryCalendars} from './meetings/calendars.ts'

/** The site's settings and its one loader: made at the first request, kept for all. */
export const environment = readEnvironment()

export const loader = createLoader({
  projectId: environment.projectId,
  dataset: environment.dataset,
  ...(environment.apiHost && {apiHost: environment.apiHost}),
  ...(environment.token && {token: environment.token}),
  ...(environment.now && {now: environment.now}),
  calendars: temporaryCalendars(environment.sampleFeeds),
})

/** UTC instant, to the second. */
export function now(): string {
  return `${(environment.now ?? new Date()).toISOString().slice(0, 19)}Z`
}
