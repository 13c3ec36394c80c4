import type {CalendarReader} from '@touchpoints/calendar'

import {type Read, readDocument} from './results/readDocument.ts'
import {clockOf, type Now} from './clock.ts'
import type {LoaderContext} from './context.ts'
import {ConfigurationError, ProblemsError} from './errors.ts'
import type {Loader} from './loader.ts'
import {readAll} from './methods/readAll.ts'
import {readEvents} from './methods/readEvents.ts'
import {readMeetings} from './methods/readMeetings.ts'
import {readNextTouchpoints, readTouchpoints} from './methods/readTouchpoints.ts'
import {readLeniently} from './preview/readLeniently.ts'
import type {Problem} from './problems.ts'
import {type LakeAddress, queryClient} from './queryClient.ts'
import type {Perspective, QueryClient} from './queryPort.ts'
import type {DocumentRules} from './rules/rulesPort.ts'
import {calendarView} from './views/calendar.ts'
import {guestView} from './views/guest.ts'
import {recordingView} from './views/recording.ts'
import {seriesView} from './views/series.ts'
import {workingGroupView} from './views/workingGroup.ts'

/** Where the documents are: a client that you have, or what a new one needs. */
export type LoaderOptions = LoaderSettings & ({client: QueryClient} | LakeAddress)

export interface LoaderSettings {
  /** Whose documents: default `published`. Others need a token that may read drafts. */
  perspective?: Perspective
  /** Reads feeds for `events()`; `feedCalendars()` of @touchpoints/calendar/fetch is one for Node. */
  calendars?: CalendarReader | undefined
  /**
   * Adds what contradicts what to the page's `problems`: `datasetRules` of touchpoints/rules. The page's
   * query then answers the stored documents too, so it is for editors' previews, builds and reports.
   */
  rules?: DocumentRules | undefined
  /** What counts as the present, for "next" and "past". Default: the system's clock. */
  now?: Now | undefined
  /** Where the Studio is, so that problems link to the document: `http://localhost:3333`. */
  studioUrl?: string | undefined
  /** Throw a ProblemsError in place of an answer that has problems; a rule's warning is none. Default false. */
  strict?: boolean
}

/**
 * Reads a community's meetings from a Content Lake, hosted or embedded.
 *
 * @throws ConfigurationError for options that cannot work
 * @example
 * const loader = createLoader({projectId: 'community', dataset: 'production', apiHost: 'http://localhost:3900'})
 * const {data, problems} = await loader.meetingsPage()
 */
export function createLoader(options: LoaderOptions): Loader {
  const {perspective = 'published', studioUrl, strict = false, calendars, rules} = options
  const now = clockOf(options.now ?? (() => new Date()))
  const readAs: ReadAs = (seen) =>
    seen === 'published'
      ? (view, item) => readDocument(view, item, {studioUrl})
      : (view, item) => readLeniently(view, item, {studioUrl, now})
  const client = clientOf(options)
  const read = readAs(perspective)
  return loaderOf(
    {client, perspective, token: undefined, now, read, strict, calendars, rules, studioUrl},
    readAs,
  )
}

/** Documents that have passed the Studio are read strictly, drafts and releases leniently. */
type ReadAs = (perspective: Perspective) => Read

function clientOf(options: LoaderOptions): QueryClient {
  if ('client' in options) return options.client
  const {projectId, dataset, apiHost, token} = options
  return queryClient({projectId, dataset, apiHost, token})
}

function loaderOf(context: LoaderContext, readAs: ReadAs): Loader {
  const answered = <Read extends {problems: Problem[]}>(read: Promise<Read>) =>
    context.strict ? read.then(unproblematic) : read
  return {
    meetingsPage: (options = {}) => answered(readMeetings(context, options)),
    touchpoints: (filter = {}) => answered(readTouchpoints(context, filter)),
    nextTouchpoints: (options = {}) => answered(readNextTouchpoints(context, options)),
    series: () => answered(readAll(context, 'series', seriesView)),
    guests: () => answered(readAll(context, 'guest', guestView)),
    workingGroups: () => answered(readAll(context, 'workingGroup', workingGroupView)),
    recordings: () => answered(readAll(context, 'recording', recordingView)),
    calendars: () => answered(readAll(context, 'calendar', calendarView)),
    events: (options) => answered(readEvents(context, options)),
    preview: ({token, perspective = 'drafts'}) => {
      if (!token) throw noToken()
      return loaderOf({...context, token, perspective, read: readAs(perspective)}, readAs)
    },
  }
}

function unproblematic<Read extends {problems: Problem[]}>(read: Read): Read {
  const problems = read.problems.filter((each) => each.kind !== 'rule' || each.level === 'error')
  if (problems.length > 0) throw new ProblemsError(problems)
  return read
}

function noToken(): ConfigurationError {
  return new ConfigurationError(
    'token',
    'A preview needs a token that may read drafts: set SANITY_API_READ_TOKEN and hand it in.',
  )
}
