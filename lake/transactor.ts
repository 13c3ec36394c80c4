import type {Clock} from './clock.ts'
import {TransactionFault, TransactionIdUsedFault} from './faults.ts'
import type {JsonObject} from './json.ts'
import {integrityRefusal} from './mutations/integrity.ts'
import type {Mutation} from './mutations/mutation.ts'
import {type MutationContext, type MutationResult, runMutations} from './mutations/runMutations.ts'
import {Staging} from './mutations/staging.ts'
import type {Dataset} from './query/dataset.ts'
import type {Change, Store, Transaction} from './store/store.ts'
import {storeOrRefuse} from './store/storeOrRefuse.ts'

export interface TransactOptions {
  transactionId?: string | undefined
  author: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** Documents whose earlier revisions are to be forgotten. */
  purge?: readonly string[]
  /** Which error body a refused reference gets. */
  kind?: 'mutation' | 'action'
}

export interface Transacted {
  transactionId: string
  results: MutationResult[]
  changes: readonly Change[]
}

/** What a transaction does, step by step, before it is stored. */
export type Work = (
  run: (mutations: readonly Mutation[]) => MutationResult[],
  staging: Staging,
) => void

interface Parts {
  store: Store
  dataset: Dataset
  clock: Clock
  makeId: () => string
  /** The ids that a query selects among all variants. */
  select: (query: string, params: JsonObject) => string[]
  /** Called after the transaction is on disk and every query sees it. */
  committed: (transaction: Transaction) => void
}

/**
 * The one way to change the dataset. Synchronous from the first check to the last byte on disk, so
 * transactions never overlap and no reader sees half of one.
 */
export class Transactor {
  readonly #parts: Parts
  #lastTimestamp: string

  constructor(parts: Parts) {
    this.#parts = parts
    this.#lastTimestamp = parts.store.lastTimestamp() ?? ''
  }

  /** @throws Fault when any part of it is refused; then nothing of it is stored. */
  transact(work: Work, options: TransactOptions): Transacted {
    const {store, dataset, makeId, committed} = this.#parts
    const transactionId = options.transactionId ?? makeId()
    if (store.hasTransaction(transactionId)) {
      throw new TransactionIdUsedFault(transactionId)
    }
    const staging = new Staging((id) => dataset.raw.byId(id))
    const context: MutationContext = {
      transactionId,
      timestamp: this.#timestamp(),
      autoGenerateArrayKeys: options.autoGenerateArrayKeys ?? false,
      makeId,
      select: (query, params) => this.#select(query, params, staging),
    }
    const results: MutationResult[] = []
    work((mutations) => {
      const ran = runMutations(mutations, staging, context)
      results.push(...ran)
      return ran
    }, staging)

    const changes = staging.changes()
    const reason = integrityRefusal(changes, {
      get: (id) => staging.get(id),
      referrers: (id) => dataset.raw.byReference(id),
    })
    if (reason) throw new TransactionFault(options.kind ?? 'mutation', 0, reason)

    const done = {transactionId, results, changes}
    if (options.dryRun || changes.length === 0) return done
    const transaction = {
      id: transactionId,
      author: options.author,
      timestamp: context.timestamp,
      changes,
      purge: options.purge ?? [],
    }
    storeOrRefuse('transaction', () => store.write(transaction))
    for (const {documentId, after} of changes) dataset.set(documentId, after)
    committed(transaction)
    return done
  }

  /** A mutation's query sees what the transaction did before it. */
  #select(query: string, params: JsonObject, staging: Staging): string[] {
    const {dataset, select} = this.#parts
    const staged = staging.ids()
    const stored = new Map(staged.map((id) => [id, dataset.raw.byId(id)]))
    for (const id of staged) dataset.set(id, staging.get(id))
    try {
      return select(query, params)
    } finally {
      for (const [id, document] of stored) dataset.set(id, document)
    }
  }

  /** Later than the last one also when the clock stands or was set back: history is read by time. */
  #timestamp(): string {
    const now = this.#parts.clock.now().toISOString()
    const last = Date.parse(this.#lastTimestamp)
    this.#lastTimestamp = now > this.#lastTimestamp ? now : new Date(last + 1).toISOString()
    return this.#lastTimestamp
  }
}
