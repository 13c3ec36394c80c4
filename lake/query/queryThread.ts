import {Worker} from 'node:worker_threads'
import {queryProgram} from '../budget/programs.ts'
import {TimeExceededError} from '../budget/runWithin.ts'
import type {StoredDocument} from '../document.ts'
import type {
  QueryOutcome,
  QueryRequest,
  QueryWorkerData,
  QueryWorkerMessage,
  QueryWorkerReply,
} from './queryMessages.ts'

/** The documents to copy to a worker, including drafts and versions. */
export interface DocumentSource {
  all(): readonly StoredDocument[]
  byId(id: string): StoredDocument | undefined
}

export interface QueryThreadOptions extends QueryWorkerData {
  documents: DocumentSource
  /** Megabytes of memory for one query, in addition to the dataset. */
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

/** A worker thread with a copy of the dataset. It evaluates one query at a time. */
export class QueryThread {
  readonly #worker: Worker
  readonly #loaded: Promise<void>
  #ended: Error | undefined
  #waiting: {resolve(reply: QueryWorkerReply): void; reject(error: Error): void} | undefined

  constructor({documents, memoryMegabytes, ...workerData}: QueryThreadOptions) {
    const maxOldGenerationSizeMb = memoryMegabytes + megabytesOf(documents.all())
    this.#worker = new Worker(queryProgram, {
      workerData,
      // Some options of a process stop its workers, such as --input-type.
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb},
    })
    // A lake that was not closed must not keep its process running.
    this.#worker.unref()
    this.#worker.on('message', (reply: QueryWorkerReply) => this.#waiting?.resolve(reply))
    this.#worker.on('error', (error) => {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
      const isFull = code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.end(isFull ? new MemoryExceededError('The worker is out of memory') : error)
    })
    this.#worker.on('exit', () => this.end(new Error('The query worker has exited')))
    this.#loaded = this.#load(documents)
    // Each query reports it.
    this.#loaded.catch(() => {})
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** Stores documents in the copy, and removes others. Later queries see it. */
  change(message: QueryWorkerMessage & {type: 'documents'}) {
    this.#worker.postMessage(message)
  }

  /** Evaluates a query. @throws the reason if the thread was ended meanwhile */
  async evaluate(request: QueryRequest, milliseconds: number): Promise<QueryOutcome> {
    let timer: NodeJS.Timeout | undefined
    this.#worker.ref()
    try {
      await this.#loaded
      timer = setTimeout(
        () => this.end(new TimeExceededError(milliseconds)),
        milliseconds + graceMilliseconds,
      )
      const reply = await this.#ask({type: 'query', request, milliseconds})
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
    this.#waiting?.reject(reason)
    void this.#worker.terminate()
  }

  async #load(documents: DocumentSource) {
    const ids = documents.all().map(({_id}) => _id)
    let next = 0
    let stored: Promise<unknown> = this.#ask({type: 'sync'})
    while (next < ids.length) {
      // Waits until the previous batch is stored, so that the messages do not fill the memory.
      await stored
      // Reads, writes and sends a batch in one turn. A transaction in between would be sent before it, and
      // the older document of the batch would then replace the newer one.
      const batch: string[] = []
      for (let size = 0; next < ids.length && size < batchCharacters; next++) {
        const document = documents.byId(ids[next] ?? '')
        if (!document) continue
        const text = JSON.stringify(document)
        batch.push(text)
        size += text.length
      }
      this.change({type: 'documents', stored: `[${batch.join(',')}]`, removed: []})
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
      this.#waiting = {resolve, reject}
      this.#worker.postMessage(message)
    })
  }
}

/** Estimates the memory of the copy from 200 documents. */
function megabytesOf(documents: readonly StoredDocument[]): number {
  const step = Math.max(Math.floor(documents.length / 200), 1)
  const sample = documents.filter((_, index) => index % step === 0)
  const characters = sample.reduce((sum, document) => sum + JSON.stringify(document).length, 0)
  return Math.ceil((characters * step * memoryPerCharacter) / 1_000_000)
}
