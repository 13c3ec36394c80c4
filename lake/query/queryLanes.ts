import type {LakeLimits} from '../limits.ts'
import {QueryLane} from './queryLane.ts'
import {type DatasetSource, QueryThread} from './queryThread.ts'

/**
 * Threads for slow queries. Further ones would not make a query faster: each needs a processor, and its time runs
 * while it waits for one.
 */
const slowThreads = 2

/** The threads that evaluate queries, for all datasets of a lake. */
export class QueryLanes {
  readonly quick: QueryLane
  readonly slow: QueryLane
  readonly #sources = new Set<DatasetSource>()

  constructor(limits: LakeLimits) {
    const startThread = () =>
      new QueryThread({
        sources: [...this.#sources],
        maxResultBytes: limits.queryResultBytes,
        memoryMegabytes: limits.queryMemoryMegabytes,
      })
    this.quick = new QueryLane({
      startThread,
      threads: 1,
      milliseconds: limits.quickQueryMilliseconds,
      maxWaiting: limits.queuedQueries,
      isPermanent: true,
    })
    this.slow = new QueryLane({
      startThread,
      threads: slowThreads,
      milliseconds: limits.queryMilliseconds,
      maxWaiting: limits.queuedSlowQueries,
      isPermanent: false,
    })
  }

  /** Adds a dataset. Threads that start later have memory for it. */
  add(source: DatasetSource) {
    this.#sources.add(source)
  }

  /** Abandons the queries of a dataset, and drops its copies. */
  remove(source: DatasetSource) {
    this.#sources.delete(source)
    this.quick.forget(source)
    this.slow.forget(source)
  }

  close() {
    this.quick.close()
    this.slow.close()
  }
}
