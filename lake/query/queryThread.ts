import {Worker} from 'node:worker_threads'
import {queryProgram} from '../budget/programs.ts'
import {TimeExceededError} from '../budget/runWithin.ts'
import type {DatasetName} from '../datasets/datasetName.ts'
import type {StoredDocument} from '../document.ts'
import {CancelledFault} from '../faults.ts'
import type {
  QueryOutcome,
  QueryRequest,
  QueryWorkerData,
  QueryWorkerMessage,
  QueryWorkerReply,
} from './queryMessages.ts'

/** A dataset to copy to a worker, with its documents, drafts and versions. */
export interface DatasetSource extends Readonly<DatasetName> {
  readonly documents: {
    all(): readonly StoredDocument[]
    byId(id: string): StoredDocument | undefined
  }
}

/** Documents to store in a copy, as JSON, and ids of those to remove. */
export type DocumentChanges = Pick<QueryWorkerMessage & {type: 'documents'}, 'stored' | 'removed'>

export interface QueryThreadOptions extends QueryWorkerData {
  /** The datasets that the thread may have to copy. */
  sources: readonly DatasetSource[]
  /** Megabytes of memory for one query, in addition to the copies. */
  memoryMegabytes: number
}

/** Documents to send at a time. The main thread needs 1 ms for them, and serves requests in between. */
const batchCharacters = 256 * 1024

/** Documents in memory take up to four times their JSON: 130 MB for 100,000 documents of 0.5 kB. */
const memoryPerCharacter = 4

/** V8 stops a query within 20 ms after its time. A worker that takes this much longer is broken. */
const graceMilliseconds = 2_000

class MemoryExceededError extends Error {
  override readonly name = 'MemoryExceededError'
}

interface Copy {
  /** Identifies the copy in the worker. A dataset that is created again gets another one. */
  key: number
  loaded: Promise<void>
  isSettled: boolean
  megabytes: number
}

/** A worker thread with copies of datasets. It evaluates one query at a time. */
export class QueryThread {
  readonly #worker: Worker
  readonly #copies = new Map<DatasetSource, Copy>()
  /** Megabytes of memory for all copies. */
  readonly #copyMegabytes: number
  readonly #waiting: {resolve(reply: QueryWorkerReply): void; reject(error: Error): void}[] = []
  #copyCount = 0
  #ended: Error | undefined

  constructor({sources, memoryMegabytes, ...workerData}: QueryThreadOptions) {
    this.#copyMegabytes = sources.reduce((sum, source) => sum + megabytesOf(source), 0)
    this.#worker = new Worker(queryProgram, {
      workerData,
      // Some options of a process stop its workers, such as --input-type.
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb: memoryMegabytes + this.#copyMegabytes},
    })
    // A lake that was not closed must not keep its process running.
    this.#worker.unref()
    // The worker replies in the order of the messages.
    this.#worker.on('message', (reply: QueryWorkerReply) => this.#waiting.shift()?.resolve(reply))
    this.#worker.on('error', (error) => {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
      const isFull = code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.end(isFull ? new MemoryExceededError('The worker is out of memory') : error)
    })
    this.#worker.on('exit', () => this.end(new Error('The query worker has exited')))
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** Returns whether the thread has a copy of the dataset, or loads one. */
  has(source: DatasetSource): boolean {
    return this.#copies.has(source)
  }

  /** Returns whether a copy is complete, or could not be loaded, which a query reports. */
  isSettled(source: DatasetSource): boolean {
    return this.#copies.get(source)?.isSettled ?? false
  }

  /** Returns whether the thread has memory for the dataset, which may have grown since the thread started. */
  hasRoomFor(source: DatasetSource): boolean {
    if (this.has(source)) return true
    const used = [...this.#copies.values()].reduce((sum, {megabytes}) => sum + megabytes, 0)
    // A small dataset fits in the memory for a query.
    const megabytes = megabytesOf(source)
    return megabytes <= 1 || used + megabytes <= this.#copyMegabytes
  }

  /** Copies a dataset, once. @throws the reason if the thread was ended meanwhile */
  load(source: DatasetSource): Promise<void> {
    const existing = this.#copies.get(source)
    if (existing) return existing.loaded
    const copy: Copy = {
      key: this.#copyCount++,
      loaded: Promise.resolve(),
      isSettled: false,
      megabytes: megabytesOf(source),
    }
    this.#copies.set(source, copy)
    copy.loaded = this.#load(source)
    const settle = () => void (copy.isSettled = true)
    copy.loaded.then(settle, settle)
    return copy.loaded
  }

  /** Stores documents in a copy, and removes others. Later queries see it. */
  change(source: DatasetSource, changes: DocumentChanges) {
    const key = this.#copies.get(source)?.key
    if (key !== undefined) this.#post({type: 'documents', key, ...changes})
  }

  /** Frees the memory of a copy. */
  drop(source: DatasetSource) {
    const key = this.#copies.get(source)?.key
    this.#copies.delete(source)
    if (key !== undefined) this.#post({type: 'drop', key})
  }

  /** Evaluates a query. @throws the reason if the thread was ended meanwhile */
  async evaluate(
    source: DatasetSource,
    request: QueryRequest,
    milliseconds: number,
  ): Promise<QueryOutcome> {
    const {projectId, dataset} = source
    let timer: NodeJS.Timeout | undefined
    this.#worker.ref()
    try {
      await this.load(source)
      timer = setTimeout(
        () => this.end(new TimeExceededError(milliseconds)),
        milliseconds + graceMilliseconds,
      )
      const key = this.#copies.get(source)?.key
      // The dataset was deleted.
      if (key === undefined) throw new CancelledFault()
      const name = {projectId, dataset}
      const reply = await this.#ask({type: 'query', key, name, request, milliseconds})
      if (reply.type === 'outcome') return reply.outcome
      throw new Error('The query worker sent an unexpected reply')
    } catch (error) {
      if (error instanceof TimeExceededError) return {kind: 'time'}
      if (error instanceof MemoryExceededError) return {kind: 'memory'}
      throw error
    } finally {
      clearTimeout(timer)
      this.#worker.unref()
    }
  }

  /** Ends the thread, also in the middle of a query. */
  end(reason: Error) {
    if (this.#ended) return
    this.#ended = reason
    for (const each of this.#waiting.splice(0)) each.reject(reason)
    void this.#worker.terminate()
  }

  async #load(source: DatasetSource) {
    const ids = source.documents.all().map(({_id}) => _id)
    let next = 0
    let stored: Promise<unknown> = this.#ask({type: 'sync'})
    while (next < ids.length) {
      // Waits until the previous batch is stored, so that the messages do not fill the memory.
      await stored
      // The dataset was deleted.
      if (!this.has(source)) throw new CancelledFault()
      // Reads, writes and sends a batch in one turn. A transaction in between would be sent before it, and
      // the older document of the batch would then replace the newer one.
      const batch: string[] = []
      for (let size = 0; next < ids.length && size < batchCharacters; next++) {
        const document = source.documents.byId(ids[next] ?? '')
        if (!document) continue
        const text = JSON.stringify(document)
        batch.push(text)
        size += text.length
      }
      this.change(source, {stored: `[${batch.join(',')}]`, removed: []})
      stored = this.#ask({type: 'sync'})
    }
    await stored
  }

  #ask(message: QueryWorkerMessage): Promise<QueryWorkerReply> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended)
        return
      }
      this.#waiting.push({resolve, reject})
      this.#post(message)
    })
  }

  #post(message: QueryWorkerMessage) {
    this.#worker.postMessage(message)
  }
}

/** Estimates the memory of a copy from 200 documents. */
function megabytesOf({documents}: DatasetSource): number {
  const all = documents.all()
  const step = Math.max(Math.floor(all.length / 200), 1)
  let characters = 0
  for (let index = 0; index < all.length; index += step) {
    characters += JSON.stringify(all[index]).length
  }
  return Math.ceil((characters * step * memoryPerCharacter) / 1_000_000)
}
