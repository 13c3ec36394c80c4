import type {CalendarsRequest, CalendarsResult} from '../../calendarReader.ts'
import {mergeEvents} from '../../merge/mergeEvents.ts'
import type {FeedProblem} from '../../problems.ts'
import type {FeedFault} from '../feedRecord.ts'
import type {IsolationLimits} from './isolationLimits.ts'

/** When a result that is not up to date is read again, in milliseconds. */
const retryAfter = 15_000

/** Returns the merged touchpoints and cadences, with a problem for each feed. */
export function resultWithoutFeeds(
  request: CalendarsRequest,
  limits: IsolationLimits,
): CalendarsResult {
  const {feeds, touchpoints, cadences, decisions = [], ...window} = request
  const fault = late('Its events are missing.', limits)
  const failed = feeds.map(({id, title}) => ({kind: 'failed-feed' as const, id, title, ...fault}))
  const sources = [
    {kind: 'touchpoints', touchpoints} as const,
    {kind: 'cadences', cadences} as const,
    {kind: 'decisions', decisions} as const,
  ]
  return {
    ...mergeEvents([...failed, ...sources], window),
    nextChangeAt: soon(request),
    feeds: feeds.map(({id, title}) => ({id, title, health: {state: 'failed', failures: 0, fault}})),
  }
}

/** Returns an earlier result of the same request, marked as stale. */
export function staleResult(
  request: CalendarsRequest,
  {events, problems, omitted, feeds}: CalendarsResult,
  age: number,
  limits: IsolationLimits,
): CalendarsResult {
  const staleSeconds = Math.max(0, Math.round(age / 1000))
  const fault = late(`The result of ${staleSeconds} s ago is shown.`, limits)
  const stale = request.feeds.map(({id}): FeedProblem => ({
    kind: 'feed',
    source: id,
    ...fault,
    staleSeconds,
  }))
  return {
    events,
    problems: [...problems.filter(({kind}) => kind !== 'feed'), ...stale],
    nextChangeAt: soon(request),
    ...(omitted !== undefined && {omitted}),
    ...(feeds && {feeds}),
  }
}

function late(consequence: string, {wait}: IsolationLimits): FeedFault {
  return {
    code: 'deadline-exceeded',
    message: `The calendars were not read within ${wait / 1000} s, because the thread that reads them is busy. ${consequence} They are read again at the next request.`,
  }
}

function soon({now}: CalendarsRequest): string {
  return new Date(Date.parse(now) + retryAfter).toISOString().replace('.000Z', 'Z')
}
