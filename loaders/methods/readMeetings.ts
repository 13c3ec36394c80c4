import type * as z from 'zod/mini'

import type {ResultReader} from '../results/ResultReader.ts'
import {propertyAt} from '../results/path.ts'
import {ruleProblems} from '../results/ruleProblems.ts'
import {checkedCount, checkedWindow} from '../checkedOptions.ts'
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
import {seriesWithNextView} from '../queries/seriesWithNext.ts'
import {eventsParams, nowParams} from '../queries/touchpointConditions.ts'
import {calendarView} from '../views/calendar.ts'
import {calendarDecisionView} from '../views/calendarDecision.ts'
import {toSecond} from '../views/instant.ts'
import {communityView} from '../views/community.ts'
import {meetingsPageView} from '../views/meetingsPage.ts'
import {recordingView} from '../views/recording.ts'
import {touchpointView} from '../views/touchpoint.ts'
import {workingGroupView} from '../views/workingGroup.ts'
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
  const {language} = context
  const query = pageQuery({
    ...limits,
    language,
    ...(context.rules && {stored: context.rules.types}),
  })
  const params = {...nowParams(now), ...eventsParams(window)}
  const question = {tag: 'page', query, params, now, window, limits}
  return answerQuestion(context, question, (reader, raw) => {
    const data = meetingsOf(reader, now, window)
    if (reader.count('pageTotal') === 0) reader.report(noPage)
    for (const finding of ruleProblems(context, propertyAt(raw, 'stored'), now))
      reader.report(finding)
    return {data}
  })
}

function meetingsOf(reader: ResultReader, now: string, window: TimeWindow): Meetings {
  const [community = null] = reader.list('community', communityView)
  const [page = null] = reader.list('page', meetingsPageView)
  return {
    now,
    community,
    page,
    series: reader.list('series', seriesWithNextView).map(withNext),
    upcoming: [
      ...reader.list('upcoming', touchpointView),
      // A strict view reports each of these as a problem. A preview shows them after the dated ones.
      ...reader.list('undated', touchpointView),
    ],
    upcomingTotal: reader.count('upcomingTotal'),
    past: reader.list('past', touchpointView),
    pastTotal: reader.count('pastTotal'),
    recordings: reader.list('recordings', recordingView),
    recordingsTotal: reader.count('recordingsTotal'),
    workingGroups: reader.list('workingGroups', workingGroupView),
    calendars: reader.list('calendars', calendarView),
    decisions: reader.list('decisions', calendarDecisionView),
    window: {...window, touchpoints: reader.list('inWindow', touchpointView)},
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

function withNext(read: z.output<typeof seriesWithNextView>): SeriesWithNext {
  const {nextSessions, ...series} = read
  return withLinkOf(read, withOriginsOf(read, {...series, next: nextSessions[0] ?? null}))
}

function aroundNow(now: string): TimeWindow {
  const at = Date.parse(now)
  return {from: toSecond(at - 31 * day), to: toSecond(at + 92 * day)}
}
