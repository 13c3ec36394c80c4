import {type Clock, clockTolerance} from './clock.ts'
import {TransactionFault, TransactionIdUsedFault} from './faults.ts'
import {parseInstant} from './instant.ts'
import type {JsonObject} from './json.ts'
import {integrityViolation} from './mutations/integrity.ts'
import type {Mutation} from './mutations/mutation.ts'
import {type MutationContext, type MutationResult, runMutations} from './mutations/runMutations.ts'
import {Staging} from './mutations/staging.ts'
import type {Dataset} from './query/dataset.ts'
import type {Change, Store, Transaction} from './store/store.ts'
import {withStorageFault} from './store/withStorageFault.ts'

export interface TransactOptions {
  transactionId?: string | undefined
  author: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** Ids of documents. Their earlier revisions are deleted. */
  purge?: readonly string[]
  /** The kind of step that a broken reference is reported for. Defaults to `mutation`. */
  kind?: 'mutation' | 'action'
  /** Milliseconds for all queries. Defaults to the lake's limit. */
  queryMilliseconds?: number
}

export interface TransactionResult {
  transactionId: string
  results: MutationResult[]
  changes: readonly Change[]
}

/** Runs the mutations of a transaction, before it is stored. */
export type TransactionBody = (
  run: (mutations: readonly Mutation[]) => MutationResult[],
  staging: Staging,
) => void

/** Returns the ids that a query selects among all variants. @throws QueryBudgetFault */
type Select = (query: string, params: JsonObject) => string[]

interface TransactorPorts {
  store: Store
  dataset: Dataset
  clock: Clock
  makeId: () => string
  /** Starts the queries of one transaction, which share a time budget. */
  startSelecting: (milliseconds: number | undefined) => Select
  /** Called after the transaction is on disk and visible to queries. */
  onCommit: (transaction: Transaction) => void
}

/**
 * Runs transactions, the only way to change the dataset. A transaction is synchronous, from the first
 * check until it is on disk. So transactions never overlap, and readers never see a part of one.
 */
export class Transactor {
  readonly #ports: TransactorPorts
  #lastTimestamp: string

  constructor(ports: TransactorPorts) {
    this.#ports = ports
    this.#lastTimestamp = ports.store.lastTimestamp() ?? ''
  }

  /** Runs a transaction. @throws Fault if any step fails; nothing is stored then */
  transact(body: TransactionBody, options: TransactOptions): TransactionResult {
    const {store, dataset, makeId, onCommit, startSelecting} = this.#ports
    const transactionId = options.transactionId ?? makeId()
    if (store.hasTransaction(transactionId)) {
      throw new TransactionIdUsedFault(transactionId)
    }
    const select = startSelecting(options.queryMilliseconds)
    const staging = new Staging((id) => dataset.raw.byId(id))
    const context: MutationContext = {
      transactionId,
      timestamp: this.#timestamp(),
      autoGenerateArrayKeys: options.autoGenerateArrayKeys ?? false,
      makeId,
      select: (query, params) => this.#select(staging, () => select(query, params)),
    }
    const results: MutationResult[] = []
    body((mutations) => {
      const stepResults = runMutations(mutations, staging, context)
      for (const result of stepResults) results.push(result)
      return stepResults
    }, staging)

    const changes = staging.changes()
    const reason = integrityViolation(changes, {
      get: (id) => staging.get(id),
      referrers: (id) => dataset.raw.byReference(id),
    })
    if (reason) throw new TransactionFault(options.kind ?? 'mutation', 0, reason)

    const result = {transactionId, results, changes}
    if (options.dryRun || changes.length === 0) return result
    const transaction = {
      id: transactionId,
      author: options.author,
      timestamp: context.timestamp,
      changes,
      purge: options.purge ?? [],
    }
    withStorageFault('transaction', () => store.write(transaction))
    for (const {documentId, after} of changes) dataset.set(documentId, after)
    onCommit(transaction)
    return result
  }

  /** Runs a mutation's query, which sees the changes that the transaction has made so far. */
  #select(staging: Staging, select: () => string[]): string[] {
    const {dataset} = this.#ports
    const staged = staging.ids()
    const stored = new Map(staged.map((id) => [id, dataset.raw.byId(id)]))
    for (const id of staged) dataset.set(id, staging.get(id))
    try {
      return select()
    } finally {
      for (const [id, document] of stored) dataset.set(id, document)
    }
  }

  /**
   * Returns the time of a transaction: after the last one, if the clock was set back a little. A last time
   * that is far ahead was stored while the clock was wrong, and later transactions do not follow it. Their
   * order is `seq`, not the time.
   */
  #timestamp(): string {
    const now = this.#ports.clock.now().getTime()
    const last = parseInstant(this.#lastTimestamp) ?? 0
    const isBehind = now <= last && last - now <= clockTolerance
    this.#lastTimestamp = new Date(isBehind ? last + 1 : now).toISOString()
    return this.#lastTimestamp
  }
}
