import {fairQueue, type FairQueue, type FairQueueLimits} from './fairQueue.ts'
import {isSearch} from './isSearch.ts'

/** Kinds of requests that are not cached. Each has a queue, so that none keeps the others waiting. */
export interface WorkLimits {
  /** Requests with a valid session. */
  editors: FairQueueLimits
  /** Shared drafts. */
  shares: FairQueueLimits
  /** Preview secrets and other actions without a session. */
  actions: FairQueueLimits
  images: FairQueueLimits
  /** Results of a search, which strangers choose. */
  searches: FairQueueLimits
}

export const workLimits = {
  editors: {running: 4, waiting: 32},
  shares: {running: 2, waiting: 8},
  actions: {running: 2, waiting: 8},
  images: {running: 4, waiting: 32},
  searches: {running: 2, waiting: 16},
} as const satisfies WorkLimits

/** Returns the function that chooses the queue of a request. */
export function workQueues(
  limits: WorkLimits = workLimits,
): (url: URL, isEditor: boolean) => FairQueue {
  const editors = fairQueue(limits.editors)
  const shares = fairQueue(limits.shares)
  const actions = fairQueue(limits.actions)
  const images = fairQueue(limits.images)
  const searches = fairQueue(limits.searches)
  return (url, isEditor) => {
    const {pathname, searchParams} = url
    if (isEditor) return editors
    if (isSearch(url)) return searches
    if (pathname.startsWith('/media/')) return images
    return searchParams.has('share') ? shares : actions
  }
}
