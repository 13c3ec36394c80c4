/** Runs a task when fewer than the limit are running. */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Creates a gate that runs at most `limit` tasks at a time, in order.
 *
 * A failed task frees its slot like a successful one.
 *
 * @throws RangeError when the limit is less than 1
 */
export function concurrencyGate(limit: number): Gate {
  if (!(limit >= 1))
    throw new RangeError(`concurrency is ${limit}, so no feed could be read. Set it to 1 or more.`)
  let free = Math.floor(limit)
  const waiting: (() => void)[] = []
  return async (task) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
