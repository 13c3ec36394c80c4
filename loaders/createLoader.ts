import type {CalendarReader} from '@touchpoints/calendar'

import type {Audience} from './audience/audience.ts'
import {clockOf, type Now} from './clock.ts'
import {checkedLanguage, checkedTimeout} from './options/checkedOptions.ts'
import type {LoaderContext, LoaderSetup} from './context.ts'
import {ConfigurationError, ProblemsError} from './errors.ts'
import {checkAddedViews} from './extension/checkAddedViews.ts'
import type {Added, Extension, FieldViews, NothingAdded} from './extension/extension.ts'
import {lakeObserver} from './lake/lakeHealth.ts'
import type {LastGood} from './lastGood/lastGoodPort.ts'
import {lateParts} from './lateParts.ts'
import type {Loader, WaitOptions} from './loader.ts'
import {checkLoaderOptions, methodChecks} from './options/loaderChecks.ts'
import {oncePerMinute, silent, type Logger} from './logger.ts'
import {checkLake} from './methods/checkLake.ts'
import {readAll} from './methods/readAll.ts'
import {readBySlug} from './methods/readBySlug.ts'
import {readCommunity} from './methods/readCommunity.ts'
import {readEvents} from './methods/readEvents.ts'
import {readMeetings} from './methods/readMeetings.ts'
import {readRecordings} from './methods/readRecordings.ts'
import {readNextTouchpoints, readTouchpoints} from './methods/readTouchpoints.ts'
import {checkOptions} from './options/optionChecks.ts'
import type {Problem} from './problems.ts'
import {type LakeAddress, queryClient} from './lake/queryClient.ts'
import type {Perspective, QueryClient} from './lake/queryPort.ts'
import {defaultRetries} from './lake/retry.ts'
import type {DocumentRules} from './rules/rulesPort.ts'

/** Options of `createLoader`: either an existing client, or the address for a new one. */
export type LoaderOptions<Fields extends FieldViews = FieldViews> = LoaderSettings & {
  /** What the project adds to the content: see `defineExtension` of touchpoints/extend. */
  extension?: Extension<Fields> | undefined
} & ({client: QueryClient} | LakeAddress)

export interface LoaderSettings {
  /** Perspective to read from. Defaults to `published`. Others need a token that may read drafts. */
  perspective?: Perspective
  /**
   * Who may see the results. Defaults to `everyone`: sessions and series with the audience
   * `members` lose their join links, and their texts lose every link, passcode, meeting id and number to
   * dial. With `members` everything is returned, so keep the results away from public pages and caches.
   */
  audience?: Audience
  /**
   * Language of the results, BCP 47, such as `es` or `pt-BR`. Fields without a translation are in the default
   * language of the community. Defaults to that language. See `inLanguage` too.
   */
  language?: string | undefined
  /**
   * Reads feeds for `events()`. In Node, use `feedCalendars()` from @touchpoints/calendar/fetch, in workers
   * `plainCalendars()` from @touchpoints/calendar/fetch/plain. Defaults to none: the calendar then has
   * sessions and cadences, and feeds of calendar documents are reported as one problem.
   */
  calendars?: CalendarReader | undefined
  /**
   * Adds findings of these rules to the `problems` of `meetingsPage()`: use `datasetRules` from
   * touchpoints/rules. The query then also returns the stored documents, so use it for previews, builds
   * and reports.
   */
  rules?: DocumentRules | undefined
  /** Current time, for "next" and "past". Defaults to the system's clock. */
  now?: Now | undefined
  /** Address of the Studio, such as `http://localhost:3333`, so that problems link to documents. */
  studioUrl?: string | undefined
  /**
   * Throws a ProblemsError instead of returning a result with problems. Warnings of rules don't count.
   * Defaults to false.
   */
  strict?: boolean
  /**
   * Milliseconds until a query fails with a QueryError (`reason: 'deadline-exceeded'`), with its retries.
   * Defaults to 10,000. Readers of feeds have limits of their own.
   */
  timeout?: number
  /**
   * Receives what the loader does not throw: retries, and earlier results that replace a failed query. Each
   * message comes once a minute. Defaults to `silent`. Use `consoleLogger`, or a logger of your own.
   */
  logger?: Logger | undefined
  /**
   * Keeps the last good result of every query, and returns it while the Content Lake does not answer. Use
   * `lastGood` of touchpoints/last-good. Previews never use it.
   */
  lastGood?: LastGood | undefined
  /** Lets a strict loader return such earlier results. Defaults to false. */
  allowStale?: boolean
  /** Real time in milliseconds since 1970, for the age of results. Defaults to the system's clock. */
  clock?: () => number
}

/**
 * Creates a loader that reads a community's meetings from a Content Lake, hosted or embedded.
 *
 * @throws ConfigurationError when an option is invalid
 * @example
 * const loader = createLoader({projectId: 'community', dataset: 'production', apiHost: 'http://localhost:3900'})
 * const {data, problems} = await loader.meetingsPage()
 */
export function createLoader<
  // Without an extension nothing is added.
  const Fields extends FieldViews = NothingAdded,
>(options: LoaderOptions<Fields>): Loader<Added<Fields>>
// The views decide at run time what is read, so the types of added fields are known to the signature alone.
export function createLoader(options: LoaderOptions): Loader {
  checkLoaderOptions(options)
  const {perspective = 'published', audience = 'everyone', studioUrl, strict = false} = options
  const {calendars, rules, lastGood, language, extension} = options
  const {timeout = 10_000, allowStale = false, clock = Date.now, logger = silent} = options
  const now = clockOf(options.now ?? (() => new Date()))
  if (extension) checkAddedViews(extension)
  return loaderOf({
    client: clientOf(options),
    timeout: checkedTimeout(timeout),
    retries: retriesOf(options),
    signal: undefined,
    logger: oncePerMinute(logger, clock),
    clock,
    lake: lakeObserver(clock),
    lastGood,
    perspective,
    extension,
    token: undefined,
    language: language === undefined ? undefined : checkedLanguage(language),
    now,
    audience,
    rooms: {},
    strict,
    allowStale,
    calendars,
    rules,
    studioUrl,
  })
}

function clientOf(options: LoaderOptions): QueryClient {
  if ('client' in options) return options.client
  const {projectId, dataset, apiHost, token, fetch} = options
  return queryClient({projectId, dataset, apiHost, token, fetch})
}

/** A client that is passed in has its own policy. Two policies would multiply. */
function retriesOf(options: LoaderOptions): number {
  return 'client' in options ? 0 : (options.retries ?? defaultRetries)
}

function loaderOf(setup: LoaderSetup): Loader {
  const {extension, audience} = setup
  /** Checks the options of a method, and lets their signal end its wait. */
  const run = async <Result extends {problems: Problem[]}>(
    method: keyof typeof methodChecks,
    options: WaitOptions,
    read: (context: LoaderContext) => Promise<Result>,
  ): Promise<Result> => {
    checkOptions(method, options, methodChecks[method])
    const parts = lateParts(setup)
    const own = parts instanceof Promise ? await parts : parts
    const result = await read({...setup, ...own, signal: options.signal})
    return setup.strict ? assertNoProblems(result, setup) : result
  }
  return {
    extension,
    audience,
    meetingsPage: (options = {}) =>
      run('meetingsPage', options, (own) => readMeetings(own, options)),
    touchpoints: (filter = {}) => run('touchpoints', filter, (own) => readTouchpoints(own, filter)),
    nextTouchpoints: (options = {}) =>
      run('nextTouchpoints', options, (own) => readNextTouchpoints(own, options)),
    community: (options = {}) => run('community', options, readCommunity),
    series: (options = {}) =>
      run('series', options, (own) => readBySlug(own, 'series', own.views.series, options)),
    guests: (options = {}) =>
      run('guests', options, (own) => readBySlug(own, 'guest', own.views.guest, options)),
    workingGroups: (options = {}) =>
      run('workingGroups', options, (own) => readAll(own, 'workingGroup', own.views.workingGroup)),
    recordings: (filter = {}) => run('recordings', filter, (own) => readRecordings(own, filter)),
    calendars: (options = {}) =>
      run('calendars', options, (own) => readAll(own, 'calendar', own.views.calendar)),
    read: (view, options = {}) =>
      run('read', options, async (own) => {
        // With what removes members' secrets from any view, it is 3 kB that few sites need.
        const {readView} = await import('./methods/readView.ts')
        return readView(own, view, options)
      }),
    events: (options) => run('events', options, (own) => readEvents(own, options)),
    now: setup.now,
    clock: setup.clock,
    health: () => setup.lake.health(),
    check: () => checkLake(setup),
    inLanguage: (language) => loaderOf({...setup, language: checkedLanguage(language)}),
    preview: (options) => {
      checkOptions('preview', options, methodChecks.preview)
      const {token, perspective = 'drafts', audience = setup.audience} = options
      if (!token) throw noToken()
      return loaderOf({...setup, token, perspective, audience, rooms: {}})
    },
  }
}

function assertNoProblems<Read extends {problems: Problem[]}>(
  read: Read,
  {allowStale}: LoaderSetup,
): Read {
  const problems = read.problems.filter(
    (each) =>
      !(each.kind === 'rule' && each.level !== 'error') && !(each.kind === 'stale' && allowStale),
  )
  if (problems.length > 0) throw new ProblemsError(problems)
  return read
}

function noToken(): ConfigurationError {
  return new ConfigurationError(
    'token',
    'A preview needs a token that may read drafts. Set SANITY_API_READ_TOKEN and pass it as `token`.',
  )
}
