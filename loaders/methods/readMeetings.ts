import type * as z from 'zod/mini'

import type {ResultReader} from '../results/ResultReader.ts'
import {propertyAt} from '../results/path.ts'
import {ruleProblems} from '../results/ruleProblems.ts'
import {checkedCount, checkedWindow} from '../options/checkedOptions.ts'
import {checkedInstant} from '../clock.ts'
import type {LoaderContext} from '../context.ts'
import type {
  LoaderResult,
  Meetings,
  MeetingsPageOptions,
  SeriesWithNext,
  TimeWindow,
} from '../loader.ts'
import {withLinkOf} from '../audience/withheldLinks.ts'
import {withOriginsOf} from '../preview/origins.ts'
import {pageQuery} from '../queries/pageQuery.ts'
import type {Views} from '../extension/ownViews.ts'
import {eventsParams, nowParams} from '../queries/touchpointConditions.ts'
import {toSecond} from '../views/instant.ts'
import {answerQuestion} from './answerQuestion.ts'

const defaults = {upcoming: 50, past: 12, recordings: 200} as const satisfies MeetingsPageOptions
const day = 24 * 60 * 60 * 1000

/** Returns the meetings page and everything on it, from one query. */
export async function readMeetings(
  context: LoaderContext,
  options: MeetingsPageOptions,
): Promise<LoaderResult<Meetings>> {
  const now = options.now === undefined ? context.now() : checkedInstant('now', options.now)
  const window = options.window ? checkedWindow(options.window) : aroundNow(now)
  const limits = {
    upcoming: checkedCount('upcoming', options.upcoming ?? defaults.upcoming),
    past: checkedCount('past', options.past ?? defaults.past),
    recordings: checkedCount('recordings', options.recordings ?? defaults.recordings),
  }
  const {views, language} = context
  const query = pageQuery(views, {
    ...limits,
    language,
    ...(context.rules && {stored: context.rules.types}),
  })
  const params = {...nowParams(now), ...eventsParams(window)}
  const question = {tag: 'page', query, params, now, window, limits}
  return answerQuestion(context, question, (reader, raw) => {
    const data = meetingsOf(reader, views, now, window)
    if (reader.count('pageTotal') === 0) reader.report(noPage)
    for (const finding of ruleProblems(context, propertyAt(raw, 'stored'), now))
      reader.report(finding)
    return {data}
  })
}

function meetingsOf(reader: ResultReader, views: Views, now: string, window: TimeWindow): Meetings {
  const [community = null] = reader.list('community', views.community)
  const [page = null] = reader.list('page', views.meetingsPage)
  return {
    now,
    community,
    page,
    series: reader.list('series', views.seriesWithNext).map(withNext),
    upcoming: [
      ...reader.list('upcoming', views.touchpoint),
      // A strict view reports each of these as a problem. A preview shows them after the dated ones.
      ...reader.list('undated', views.touchpoint),
    ],
    upcomingTotal: reader.count('upcomingTotal'),
    past: reader.list('past', views.touchpoint),
    pastTotal: reader.count('pastTotal'),
    recordings: reader.list('recordings', views.recording),
    recordingsTotal: reader.count('recordingsTotal'),
    workingGroups: reader.list('workingGroups', views.workingGroup),
    calendars: reader.list('calendars', views.calendar),
    decisions: reader.list('decisions', views.calendarDecision),
    window: {...window, touchpoints: reader.list('inWindow', views.touchpoint)},
  }
}

const noPage = {
  kind: 'document',
  documentId: 'meetingsPage',
  documentType: 'meetingsPage',
  path: '',
  message:
    'There is no meetings page yet. Create and publish it in the Studio, or import the sample content.',
} as const

function withNext(read: z.output<Views['seriesWithNext']>): SeriesWithNext {
  const {nextSessions, ...series} = read
  return withLinkOf(read, withOriginsOf(read, {...series, next: nextSessions[0] ?? null}))
}

function aroundNow(now: string): TimeWindow {
  const at = Date.parse(now)
  return {from: toSecond(at - 31 * day), to: toSecond(at + 92 * day)}
}
