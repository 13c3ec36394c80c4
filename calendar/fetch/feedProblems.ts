import type {FeedProblem} from '../problems.ts'
import type {FeedHealth} from './feedHealth.ts'
import type {FeedCopy, FeedFault} from './feedRecord.ts'
import type {FetchLimits} from './fetchLimits.ts'

/** Returns the problems to report for a feed. */
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
    problems.push({kind: 'feed', source, ...wrongContentType(copy.contentType)})
  }
  return problems
}

function wrongContentType(type: string | undefined): FeedFault {
  const sent = type === undefined ? 'without a Content-Type' : `with Content-Type ${type}`
  const message = `The calendar was sent ${sent}, so other programs may reject it. Ask the feed's owner to send text/calendar.`
  return {code: 'content-type', message}
}

/** @param continues - whether the download goes on after its caller has left */
export function deadlineExceeded(
  {host}: URL,
  {deadline}: Pick<FetchLimits, 'deadline'>,
  continues: boolean,
): FeedFault {
  const next = continues
    ? 'The download continues, so the next request may have it.'
    : 'The download ended, and a later request starts it again. If that repeats, set a longer timeout.'
  const message = `${host} did not send its feed within ${deadline / 1000} s. ${next}`
  return {code: 'deadline-exceeded', message}
}

export function cacheFailed(what: 'read' | 'written', error: unknown): FeedFault {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `The feed cache could not be ${what} (${reason}), so feeds are read at each request and no last good copy is kept. Check the cache's storage.`
  return {code: 'cache', message}
}
