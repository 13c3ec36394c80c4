import {isReleaseDocumentId} from '../documentId.ts'
import type {ClockGuard} from '../clockGuard.ts'
import type {Engine} from '../engine.ts'
import type {StoredDocument} from '../document.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {runActions} from './runActions.ts'

/** A timer does not notice that the clock was set, so the clock is read again after a minute. */
const recheckMilliseconds = 60_000

/**
 * Publishes each scheduled release at its time. Releases that became due while the lake was stopped
 * are published when it starts. None is published while the clock is implausible.
 *
 * @returns a function that stops the scheduler
 */
export function startReleaseScheduler(engine: Engine, clock: ClockGuard): () => void {
  let timer: NodeJS.Timeout | undefined
  const schedule = () => {
    clearTimeout(timer)
    const [next] = scheduledReleases(engine)
    if (!next) return
    const delay = next.at - engine.clock.now().getTime()
    recheckIn(Math.min(Math.max(delay, 0), recheckMilliseconds))
  }
  const recheckIn = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(publishDue, delay)
    timer.unref()
  }
  const publishDue = () => {
    const now = clock.now()?.getTime()
    if (now === undefined) {
      recheckIn(recheckMilliseconds)
      return
    }
    try {
      for (const {release, at} of scheduledReleases(engine)) if (at <= now) publish(engine, release)
      schedule()
    } catch {
      // Nothing can be stored, for example on a full disk. An error in a timer would end the process.
      recheckIn(recheckMilliseconds)
    }
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
