import {WorkQueue} from '../budget/workQueue.ts'
import type {Clock} from '../clock.ts'
import {DatasetFault} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Datasets} from './datasets.ts'

/** A copy of a dataset, as the hosted service describes it. */
export interface CopyJob {
  readonly id: string
  readonly projectId: string
  readonly sourceDataset: string
  readonly targetDataset: string
  readonly withHistory: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
  updatedAt: string
  state: 'pending' | 'running' | 'completed' | 'failed'
  /** From 0 to 100. */
  progress: number
  /** Why the job failed. */
  message?: string
}

export interface CopyRequest {
  projectId: string
  source: string
  target: string
  skipHistory: boolean
  skipContentReleases: boolean
}

/** Jobs to remember. Older ones that have ended are forgotten, and all of them when the lake ends. */
const maxJobs = 1_000
const maxWaiting = 10

/** The copies of datasets, one at a time. */
export class CopyJobs {
  readonly #datasets: Datasets
  readonly #clock: Clock
  readonly #makeId: () => string
  readonly #queue = new WorkQueue({concurrency: 1, maxWaiting, work: 'copies'})
  readonly #jobs = new Map<string, CopyJob>()
  readonly #watchers = new Map<string, Set<(job: CopyJob) => void>>()

  constructor(datasets: Datasets, {clock, makeId}: {clock: Clock; makeId: () => string}) {
    this.#datasets = datasets
    this.#clock = clock
    this.#makeId = makeId
  }

  /** Starts a copy. @throws ApiError if the source does not exist, or the target exists */
  start({projectId, source, target, skipHistory, skipContentReleases}: CopyRequest): CopyJob {
    const names = {source: {projectId, dataset: source}, target: {projectId, dataset: target}}
    const reserved = this.#datasets.reserve(names.target)
    const now = this.#clock.now().toISOString()
    const job: CopyJob = {
      id: this.#makeId(),
      projectId,
      sourceDataset: source,
      targetDataset: target,
      withHistory: !skipHistory,
      createdAt: now,
      updatedAt: now,
      state: 'pending',
      progress: 0,
    }
    this.#remember(job)
    const copy = async () => {
      this.#update(job, {state: 'running'})
      await this.#datasets.copy({
        ...names,
        skipHistory,
        skipContentReleases,
        onProgress: (done) => {
          const progress = Math.floor(done * 100)
          if (progress > job.progress) this.#update(job, {progress})
        },
      })
    }
    void this.#queue
      .run(copy)
      .then(
        () => this.#update(job, {state: 'completed', progress: 100}),
        (error: unknown) => this.#update(job, {state: 'failed', message: reasonOf(error)}),
      )
      .finally(() => reserved.release())
    return job
  }

  /** Returns a job of a project, or of any one. @throws DatasetFault if there is none */
  get(id: string, projectId?: string): CopyJob {
    const job = this.#jobs.get(id)
    if (job && (projectId === undefined || job.projectId === projectId)) return job
    throw new DatasetFault(
      'missing',
      `Job "${id}" not found. The lake forgets its jobs when it ends. List them with GET /projects/<project>/datasets/copy.`,
    )
  }

  /** Returns the jobs of a project, the newest one first. */
  list(projectId: string): CopyJob[] {
    return [...this.#jobs.values()].filter((job) => job.projectId === projectId).toReversed()
  }

  /** Calls a function after each change of a job. @returns a function that ends it */
  watch(id: string, watcher: (job: CopyJob) => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, watchers.add(watcher))
    return () => {
      watchers.delete(watcher)
      if (watchers.size === 0) this.#watchers.delete(id)
    }
  }

  #update(job: CopyJob, changes: Partial<Pick<CopyJob, 'state' | 'progress' | 'message'>>) {
    Object.assign(job, changes, {updatedAt: this.#clock.now().toISOString()})
    for (const watcher of this.#watchers.get(job.id) ?? []) watcher(job)
  }

  #remember(job: CopyJob) {
    this.#jobs.set(job.id, job)
    for (const [id, {state}] of this.#jobs) {
      if (this.#jobs.size <= maxJobs) return
      if (state === 'completed' || state === 'failed') this.#jobs.delete(id)
    }
  }
}
