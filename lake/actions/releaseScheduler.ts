import {isReleaseDocumentId} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import type {StoredDocument} from '../document.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {runActions} from './runActions.ts'

/** The maximum delay of setTimeout, 24.8 days. A release that is further away is checked again then. */
const maxDelay = 2 ** 31 - 1

/**
 * Publishes each scheduled release at its time. Releases that became due while the lake was stopped
 * are published when it starts.
 *
 * @returns a function that stops the scheduler
 */
export function startReleaseScheduler(engine: Engine): () => void {
  let timer: NodeJS.Timeout | undefined
  const schedule = () => {
    clearTimeout(timer)
    const [next] = scheduledReleases(engine)
    if (!next) return
    const delay = Math.max(next.at - engine.clock.now().getTime(), 0)
    timer = setTimeout(publishDue, Math.min(delay, maxDelay))
    timer.unref()
  }
  const publishDue = () => {
    const now = engine.clock.now().getTime()
    for (const {release, at} of scheduledReleases(engine)) if (at <= now) publish(engine, release)
    schedule()
  }
  const unsubscribe = engine.feed.subscribe(({changes}) => {
    if (changes.some(({documentId}) => isReleaseDocumentId(documentId))) schedule()
  })
  schedule()
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}

function scheduledReleases(engine: Engine): {release: StoredDocument; at: number}[] {
  return engine.documents.raw
    .byType('system.release')
    .filter(({state}) => state === 'scheduled')
    .flatMap((release) => {
      const at = parseInstant(release.publishAt)
      return at === undefined ? [] : [{release, at}]
    })
    .sort((a, b) => a.at - b.at)
}

/** If publishing fails, the release becomes active again and stores the error, as on the hosted service. */
function publish(engine: Engine, release: StoredDocument) {
  const author = '<scheduler>'
  const releaseId = String(release.name)
  try {
    runActions(engine, [{actionType: 'sanity.action.release.publish', releaseId}], {author})
  } catch (error) {
    const message = reasonOf(error)
    const set = {state: 'active', error: {message}}
    const patch = {id: release._id, set, unset: ['publishAt']}
    engine.transactor.transact((run) => void run([{patch}]), {author})
  }
}
