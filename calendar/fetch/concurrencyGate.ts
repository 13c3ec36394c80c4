/** Runs a task when there is room for it. */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>

/**
 * A gate that lets `limit` tasks run at a time, in the order they came. A task that fails makes room
 * as one that succeeds does.
 *
 * @throws RangeError for a limit that would let none through
 */
export function concurrencyGate(limit: number): Gate {
  if (!(limit >= 1)) throw new RangeError(`concurrency is ${limit}: set it to 1 or more.`)
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
