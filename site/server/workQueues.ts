import {fairQueue, type FairQueue, type FairQueueLimits} from './fairQueue.ts'

/** Kinds of requests that are not cached. Each has a queue, so that none keeps the others waiting. */
export interface WorkLimits {
  /** Requests with a valid session. */
  editors: FairQueueLimits
  /** Shared drafts. */
  shares: FairQueueLimits
  /** Preview secrets and other actions without a session. */
  actions: FairQueueLimits
  images: FairQueueLimits
}

export const workLimits = {
  editors: {running: 4, waiting: 32},
  shares: {running: 2, waiting: 8},
  actions: {running: 2, waiting: 8},
  images: {running: 4, waiting: 32},
} as const satisfies WorkLimits

/** Returns the function that chooses the queue of a request. */
export function workQueues(
  limits: WorkLimits = workLimits,
): (url: URL, isEditor: boolean) => FairQueue {
  const editors = fairQueue(limits.editors)
  const shares = fairQueue(limits.shares)
  const actions = fairQueue(limits.actions)
  const images = fairQueue(limits.images)
  return ({pathname, searchParams}, isEditor) => {
    if (isEditor) return editors
    if (pathname.startsWith('/media/')) return images
    return searchParams.has('share') ? shares : actions
  }
}
