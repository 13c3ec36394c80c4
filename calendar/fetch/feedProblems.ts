import type {FeedProblem} from '../problems.ts'
import type {FeedHealth} from './feedHealth.ts'
import type {FeedCopy, FeedFault} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'

/** What visitors and whoever runs the feed should know, for an answer's `problems`. */
export function feedProblems(
  source: string,
  health: FeedHealth,
  copy: FeedCopy | undefined,
): FeedProblem[] {
  const problems: FeedProblem[] = []
  if (health.state === 'failed') problems.push({kind: 'feed', source, ...health.fault})
  if (health.state === 'stale') {
    problems.push({kind: 'feed', source, ...health.fault, staleSeconds: health.staleSeconds})
  }
  if (copy && !/^text\/calendar\b/i.test(copy.contentType ?? '')) {
    problems.push({kind: 'feed', source, ...wrongType(copy.contentType)})
  }
  return problems
}

function wrongType(type: string | undefined): FeedFault {
  const sent = type === undefined ? 'without a Content-Type' : `as ${type}`
  const message = `It is a calendar, but sent ${sent}. Other programs may refuse it; whoever runs the feed should send text/calendar.`
  return {code: 'content-type', message}
}

export function slow({host}: URL, {deadline}: FetchLimits): FeedFault {
  const message = `${host} has not sent its feed within ${deadline / 1000} s. It is still being read; the next request has it.`
  return {code: 'deadline-exceeded', message}
}

export function cacheFailed(what: 'read' | 'written', error: unknown): FeedFault {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The cache of feeds could not be ${what} (${reason}), so feeds are read at each request and no last good copy is kept.`
  return {code: 'cache', message}
}
