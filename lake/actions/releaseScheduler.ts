import {isReleaseDocumentId} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import type {StoredDocument} from '../document.ts'
import {parseInstant} from '../instant.ts'
import {reasonOf} from '../reasonOf.ts'
import {runActions} from './runActions.ts'

/** setTimeout counts in 32 bits; a release further away is looked at again then. */
const maxDelay = 2 ** 31 - 1

/**
 * Publishes scheduled releases when their time has come; those whose time came while the lake was
 * not running, at its start.
 *
 * @returns what ends it
 */
export function startReleaseScheduler(engine: Engine): () => void {
  let timer: NodeJS.Timeout | undefined
  const plan = () => {
    clearTimeout(timer)
    const [next] = scheduled(engine)
    if (!next) return
    const delay = Math.max(next.at - engine.clock.now().getTime(), 0)
    timer = setTimeout(publishDue, Math.min(delay, maxDelay))
    timer.unref()
  }
  const publishDue = () => {
    const now = engine.clock.now().getTime()
    for (const {release, at} of scheduled(engine)) if (at <= now) publish(engine, release)
    plan()
  }
  const stop = engine.feed.follow(({changes}) => {
    if (changes.some(({documentId}) => isReleaseDocumentId(documentId))) plan()
  })
  plan()
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function scheduled(engine: Engine): {release: StoredDocument; at: number}[] {
  return engine.documents.raw
    .byType('system.release')
    .filter(({state}) => state === 'scheduled')
    .flatMap((release) => {
      const at = parseInstant(release.publishAt)
      return at === undefined ? [] : [{release, at}]
    })
    .sort((a, b) => a.at - b.at)
}

/** A release that cannot be published is active again and says why, as on the hosted service. */
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
