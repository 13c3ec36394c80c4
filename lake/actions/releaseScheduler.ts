import {isReleaseDocumentId} from '../documentId.ts'
import type {ClockGuard} from '../clockGuard.ts'
import type {Engine} from '../engine.ts'
import type {StoredDocument} from '../document.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {type DueJob, startDueTimer} from '../schedules/dueTimer.ts'
import {runActions} from './runActions.ts'

/**
 * Publishes each scheduled release at its time. Releases that became due while the lake was stopped
 * are published when it starts. None is published while the clock is implausible.
 *
 * @returns a function that stops the scheduler
 */
export function startReleaseScheduler(engine: Engine, guard: ClockGuard): () => void {
  const jobs = () => scheduledReleases(engine)
  const timer = startDueTimer({clock: engine.clock, guard, jobs})
  const unsubscribe = engine.feed.subscribe(({changes}) => {
    if (changes.some(({documentId}) => isReleaseDocumentId(documentId))) timer.reschedule()
  })
  return () => {
    unsubscribe()
    timer.stop()
  }
}

function scheduledReleases(engine: Engine): DueJob[] {
  return engine.documents.raw
    .byType('system.release')
    .filter(({state}) => state === 'scheduled')
    .flatMap((release) => {
      const at = parseInstant(release.publishAt)
      return at === undefined ? [] : [{at, run: () => publish(engine, release)}]
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
