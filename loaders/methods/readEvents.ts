import type {FeedReport} from '@touchpoints/calendar'

import {isForMembers} from '../audience/isForMembers.ts'
import {publicEvents} from '../audience/publicEvents.ts'
import {withheldLink} from '../audience/withheldLinks.ts'
import {checkedCount, checkedTimeZone, checkedWindow} from '../options/checkedOptions.ts'
import {checkedInstant} from '../clock.ts'
import type {LoaderContext} from '../context.ts'
import {ConfigurationError} from '../errors.ts'
import {eventInputs, type EventViews} from '../events/eventInputs.ts'
import {recordsAlone, unreadFeeds} from '../events/recordsAlone.ts'
import {withSeries} from '../events/withSeries.ts'
import {withTitles} from '../events/withTitles.ts'
import type {LoaderResult, Events, EventsOptions, Meetings, TimeWindow} from '../loader.ts'
import {rememberEventOrigins} from '../preview/eventOrigins.ts'
import {eventsQuery} from '../queries/eventsQuery.ts'
import {eventsParams} from '../queries/touchpointConditions.ts'
import {propertyAt} from '../results/path.ts'
import {withDeadline} from '../lake/withDeadline.ts'
import {answerQuestion} from './answerQuestion.ts'

/**
 * Returns the merged calendar, from the data of a page or from its own query. Without a reader of feeds it is
 * a calendar of sessions and cadences.
 */
export async function readEvents(context: LoaderContext, options: EventsOptions): Promise<Events> {
  const {calendars = recordsAlone} = context
  const timeZone = options.timeZone === undefined ? undefined : checkedTimeZone(options.timeZone)
  const {limit} = options
  const {window, now, views} = await inputOf(context, options)
  const inputs = eventInputs(views.data)
  const unread = context.calendars ? [] : unreadFeeds(inputs.feeds)
  const request = {
    ...inputs,
    ...window,
    now,
    ...(timeZone && {timeZone}),
    ...(limit !== undefined && {limit: checkedCount('limit', limit)}),
    ...(context.signal && {signal: context.signal}),
  }
  // A reader has a deadline of its own, after which it still has a result.
  const result = await withDeadline(undefined, () => calendars(request), context.signal)
  if (!Array.isArray(propertyAt(result, 'events'))) throw noReader()
  const named = withSeries(result.events, views.data.series)
  const merged = {...result, events: withTitles(named, views.data)}
  const {omitted, nextChangeAt, feeds} = merged
  const {events, problems} =
    context.audience === 'members' ? merged : publicEvents(merged, views.data, context.rooms)
  rememberEventOrigins(events, views.data)
  return {
    data: events,
    problems: [...views.problems, ...unread, ...problems],
    syncTags: views.syncTags,
    ...(omitted !== undefined && {omitted}),
    ...(views.stale && {stale: views.stale}),
    ...(nextChangeAt && {nextChangeAt}),
    ...(feeds && {feeds: context.audience === 'members' ? feeds : feeds.map(withoutExamples)}),
  }
}

function noReader(): ConfigurationError {
  return new ConfigurationError(
    'calendars',
    'calendars of createLoader returned no events. Use a reader of feeds, such as feedCalendars().',
  )
}

interface EventsInput {
  window: TimeWindow
  now: string
  views: LoaderResult<EventViews>
}

function inputOf(
  context: LoaderContext,
  options: EventsOptions,
): EventsInput | Promise<EventsInput> {
  if (!options.page) return fromQuery(context, checkedWindow(options), options.now)
  const input = fromPage(options.page)
  if (context.audience === 'members' || isOwn(input.views.data)) return input
  return fromQuery(context, input.window, input.now)
}

/**
 * Returns whether a loader has returned these documents, and not a copy of them from a cache. The members'
 * links of a copy are lost, so that a members' room in a feed would not be recognized.
 */
function isOwn({calendars, touchpoints, series, workingGroups}: EventViews): boolean {
  const areOwn = calendars.every(
    (calendar) => calendar.feedUrl !== null || withheldLink(calendar) !== undefined,
  )
  return (
    areOwn &&
    [...touchpoints, ...series, ...workingGroups].every(
      (document) => !isForMembers(document) || withheldLink(document) !== undefined,
    )
  )
}

/** The page's result already has its problems and sync tags. */
function fromPage({
  now,
  window,
  community,
  calendars,
  decisions,
  series,
  workingGroups,
}: Meetings): EventsInput {
  const {from, to, touchpoints} = window
  const data = {community, calendars, decisions, series, workingGroups, touchpoints}
  return {window: {from, to}, now, views: {data, problems: [], syncTags: []}}
}

async function fromQuery(
  context: LoaderContext,
  window: TimeWindow,
  now: string | undefined,
): Promise<EventsInput> {
  const at = now === undefined ? context.now() : checkedInstant('now', now)
  const {views} = context
  const question = {
    tag: 'events',
    query: eventsQuery(views, context.language),
    params: eventsParams(window),
    now: at,
    window,
  }
  const read = await answerQuestion(context, question, (reader) => ({
    data: {
      community: reader.list('community', views.community)[0] ?? null,
      calendars: reader.list('calendars', views.calendar),
      decisions: reader.list('decisions', views.calendarDecision),
      series: reader.list('series', views.series),
      workingGroups: reader.list('workingGroups', views.workingGroup),
      touchpoints: reader.list('touchpoints', views.touchpoint),
    },
  }))
  return {window, now: at, views: read}
}

/** Titles of changed events come from the feed as they are. Only their number is public. */
function withoutExamples(feed: FeedReport): FeedReport {
  const {health} = feed
  if (health.state === 'failed' || !health.change) return feed
  return {...feed, health: {...health, change: {...health.change, examples: []}}}
}
