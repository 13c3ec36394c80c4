import {HttpError} from '../HttpError.ts'

export interface RenderQueueOptions {
  /** Tasks that run at the same time. */
  concurrency: number
  /** Tasks that wait. A further one is refused. Twice as many of the known ones may wait. */
  maxWaiting: number
}

export interface RenderQueue {
  /**
   * Runs a task when its turn comes.
   *
   * @param options.isKnown - puts the task before all that wait: a page that exists must not queue behind
   *   addresses that a stranger makes up
   * @throws HttpError 503 when too many tasks wait
   */
  run<Value>(task: () => Promise<Value>, options?: {isKnown?: boolean}): Promise<Value>
  /** Tasks that run or wait. */
  size(): number
}

/** Creates a queue that runs few tasks at a time and refuses the ones it could not run soon. */
export function renderQueue({concurrency, maxWaiting}: RenderQueueOptions): RenderQueue {
  const waiting: (() => void)[] = []
  let running = 0

  function next(): void {
    if (running >= concurrency) return
    const start = waiting.shift()
    if (!start) return
    running += 1
    start()
  }

  return {
    size: () => running + waiting.length,
    async run(task, {isKnown = false} = {}) {
      if (waiting.length >= maxWaiting * (isKnown ? 2 : 1)) throw overloaded()
      await new Promise<void>((resolve) => {
        if (isKnown) waiting.unshift(resolve)
        else waiting.push(resolve)
        next()
      })
      try {
        return await task()
      } finally {
        running -= 1
        next()
      }
    },
  }
}

/** Returns the error for a request that a busy server does not start. */
export function overloaded(): HttpError {
  return new HttpError(503, 'overloaded', 'The site is busy. Try again in 5 seconds.', {
    'retry-after': '5',
  })
}
