import {isReaderFactory} from '@touchpoints/calendar/option-names'

import type {Audience} from '../audience/audience.ts'
import type {LoaderSettings} from '../createLoader.ts'
import {ConfigurationError} from '../errors.ts'
import type {
  EventsOptions,
  MeetingsPageOptions,
  NowOption,
  PreviewOptions,
  ReadOptions,
  WaitOptions,
} from '../loader.ts'
import {
  abortSignal,
  callback,
  checkedLater,
  checkOptions,
  flag,
  instant,
  logger,
  number,
  oneOf,
  record,
  text,
  webAddress,
  withMethods,
  type Check,
  type Checks,
} from './optionChecks.ts'
import type {RecordingFilter} from '../queries/recordingsQuery.ts'
import type {SlugFilter} from '../queries/slugQuery.ts'
import type {TouchpointFilter} from '../queries/touchpointsQuery.ts'
import type {LakeAddress} from '../lake/queryClient.ts'
import type {QueryClient} from '../lake/queryPort.ts'

const audience = oneOf(...(['everyone', 'members'] as const satisfies readonly Audience[]))
const wait = {signal: abortSignal} as const satisfies Checks<WaitOptions>

const perspective: Check = (value) =>
  Array.isArray(value) || value === 'published' || value === 'drafts'
    ? undefined
    : 'Use published, drafts, or a list of releases, such as ["my-release", "drafts"].'

const pageData: Check = (value) =>
  record(Reflect.get(Object(value), 'window')) && 'Use the data of meetingsPage().'

const now: Check = (value) =>
  typeof value === 'function' ? undefined : (instant(value) ?? undefined)

const reader: Check = (value) =>
  isReaderFactory(value)
    ? 'It creates a reader, so call it: calendars: feedCalendars().'
    : callback(value)

const address = {
  // `queryClient` checks these, and names the environment variable.
  projectId: checkedLater,
  dataset: checkedLater,
  apiHost: checkedLater,
  token: text,
  fetch: callback,
  retries: (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10
      ? undefined
      : 'Use a whole number from 0 to 10.',
} as const satisfies Checks<LakeAddress>

const loaderChecks = {
  ...address,
  client: withMethods('a client of @sanity/client, such as createClient({…})', 'fetch'),
  perspective,
  audience,
  language: text,
  calendars: reader,
  rules: record,
  now,
  studioUrl: webAddress,
  strict: flag,
  timeout: number,
  lastGood: withMethods('lastGood(store) of touchpoints/last-good', 'answer'),
  allowStale: flag,
  clock: callback,
  logger,
  extension: record,
} as const satisfies Checks<
  LoaderSettings & LakeAddress & {client: QueryClient; extension: unknown}
>

/** Options that come along when the configuration of a client is passed on. */
const clientOptions = ['apiVersion', 'useCdn', 'useProjectHostname', 'maxRetries']

/** @throws ConfigurationError for an unknown option, a wrong type, or two options that exclude each other */
export function checkLoaderOptions(options: object): void {
  const own = clientOptions.find((name) => Reflect.get(Object(options), name) !== undefined)
  if (own !== undefined) {
    const message = `${own} is an option of a client. Pass one that has it: createLoader({client: createClient({…, ${own}})}).`
    throw new ConfigurationError(own, message)
  }
  checkOptions('createLoader', options, loaderChecks)
  if (Reflect.get(options, 'client') === undefined) return
  for (const name of Object.keys(address)) {
    if (Reflect.get(options, name) === undefined) continue
    throw new ConfigurationError(
      name,
      `createLoader has a client and ${name}. The client sends the requests, so ${name} has no effect. Remove it, or create the client with it.`,
    )
  }
}

const texts: Check = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? undefined
    : 'Use a list of texts.'

const touchpointFilter = {
  ...wait,
  when: oneOf('upcoming', 'past'),
  window: record,
  id: text,
  ids: texts,
  series: text,
  group: text,
  guest: text,
  topic: text,
  edition: text,
  slug: text,
  status: oneOf('planned', 'confirmed', 'cancelled', 'held'),
  order: oneOf('soonest', 'latest'),
  offset: number,
  limit: number,
  now: instant,
} as const satisfies Checks<TouchpointFilter & WaitOptions>

/** Checks of the options of each method. */
export const methodChecks = {
  meetingsPage: {
    ...wait,
    now: instant,
    upcoming: number,
    past: number,
    recordings: number,
    window: record,
  } satisfies Checks<MeetingsPageOptions>,
  touchpoints: touchpointFilter,
  nextTouchpoints: {...wait, now: instant} satisfies Checks<NowOption & WaitOptions>,
  community: wait,
  series: {...wait, slug: text} satisfies Checks<SlugFilter & WaitOptions>,
  guests: {...wait, slug: text} satisfies Checks<SlugFilter & WaitOptions>,
  workingGroups: wait,
  recordings: {
    ...wait,
    slug: text,
    series: text,
    group: text,
    guest: text,
    offset: number,
    limit: number,
  } satisfies Checks<RecordingFilter & WaitOptions>,
  calendars: wait,
  read: {
    ...wait,
    type: text,
    filter: text,
    params: record,
    order: text,
    offset: number,
    limit: number,
  } satisfies Checks<ReadOptions>,
  events: {
    ...wait,
    timeZone: text,
    limit: number,
    page: pageData,
    from: instant,
    to: instant,
    now: instant,
  } satisfies Checks<EventsOptions>,
  preview: {
    // The loader says which variable a missing token comes from.
    token: checkedLater,
    perspective,
    audience,
  } satisfies Checks<PreviewOptions>,
} as const
