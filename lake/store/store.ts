import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {isStoredDocument, type StoredDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {parseJson} from '../json.ts'
import {
  type CopiedRows,
  type CopyOptions,
  countRows,
  finishCopy,
  readRows,
  writeRows,
} from './copyRows.ts'
import {pruneHistory} from './pruneHistory.ts'
import {withFileGuard} from './withFileGuard.ts'
import {openDatabase} from './openDatabase.ts'
import {queries} from './queries.ts'

/** The change of one document in one transaction. */
export interface Change {
  documentId: string
  /** Absent if the transaction created the document. */
  before?: StoredDocument
  /** Absent if the transaction deleted the document. */
  after?: StoredDocument
  /** The mutations of this document, as the client sent them. */
  mutations: readonly unknown[]
}

export interface Transaction {
  id: string
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  changes: readonly Change[]
  /** Ids of documents. Their earlier revisions are deleted. */
  purge?: readonly string[]
}

/** A transaction from the history. Its documents come from their stored revisions. */
export interface LoggedTransaction extends Transaction {
  seq: number
}

/** The lake on disk. Synchronous: when a method returns, its effect is on disk. */
export interface Store {
  /** Returns all documents, ordered by id. */
  documents(): Iterable<StoredDocument>
  /** Writes a transaction completely or not at all. Throws if its id was used before. */
  write(transaction: Transaction): void
  hasTransaction(id: string): boolean
  /** Returns the time of the oldest transaction, ISO 8601. Undefined before the first one. */
  firstTimestamp(): string | undefined
  /** Returns the time of the last transaction, ISO 8601. Undefined before the first one. */
  lastTimestamp(): string | undefined
  /**
   * Returns the transactions that changed any of the documents, oldest first. Each one is read on demand,
   * because they can be large. Read them in one turn of the event loop, and one such list at a time.
   */
  transactions(
    documentIds: readonly string[],
    range?: TransactionRange,
  ): Iterable<LoggedTransaction>
  /** Returns the revision that the transaction wrote. Undefined if it did not write the document. */
  revision(documentId: string, transactionId: string): StoredDocument | undefined
  /**
   * Returns the revision at an instant. Undefined if the document did not exist.
   *
   * @param latest the latest time that is not from a wrong clock. Transactions with a later time count as
   * simultaneous with the ones before them. Both are ISO 8601.
   */
  revisionAt(documentId: string, time: string, latest: string): StoredDocument | undefined
  /**
   * Returns the newest revision with content, even if the document was deleted. Its `_rev` is then the
   * transaction that deleted it. The Studio uses that to find what a published release changed.
   */
  lastRevision(documentId: string): StoredDocument | undefined
  /** Returns the ids with a prefix, also those of deleted documents. */
  knownIds(prefix: string): string[]
  /** Deletes revisions from before an instant. `pruneHistory.ts` lists what it keeps. */
  pruneHistory(before: string, latest: string): number
  value(name: string): unknown
  /** Returns the names of values with a prefix. */
  valueNames(prefix: string): string[]
  setValue(name: string, value: unknown): void
  /** Returns whether there was a value. */
  deleteValue(name: string): boolean
  blob(hash: string): Uint8Array<ArrayBuffer> | undefined
  putBlob(hash: string, bytes: Uint8Array): void
  /** Returns the number of rows that `readRows` returns at most. */
  countRows(): number
  /** Reads the whole dataset in parts, for a copy of it. Writes can happen in between. */
  readRows(options: CopyOptions): Iterable<CopiedRows>
  /** Stores rows of another dataset in an empty one. Call `finishCopy` after the last ones. */
  writeRows(rows: CopiedRows): void
  finishCopy(): void
  close(): void
}

export interface TransactionRange {
  /** Inclusive transaction ids. */
  from?: string
  to?: string
  limit?: number
  reverse?: boolean
}

/**
 * Opens the store in a data file, or creates it.
 *
 * @throws LakeError like `openDatabase`, and `dataset-mismatch`
 */
export function openStore(file: string, name: {projectId: string; dataset: string}): Store {
  const database = openDatabase(file)
  try {
    claimDataset(database, file, `${name.projectId}.${name.dataset}`)
    const store = storeOn(database)
    if (file === ':memory:') return store
    const checkpoint = () => database.exec('PRAGMA wal_checkpoint(FULL)')
    return withFileGuard(store, {file, checkpoint})
  } catch (error) {
    database.close()
    throw error
  }
}

function claimDataset(database: DatabaseSync, file: string, name: string) {
  const row = database.prepare(`SELECT value FROM meta WHERE name = 'dataset'`).get()
  if (!row) {
    database.prepare(`INSERT INTO meta VALUES ('dataset', ?)`).run(name)
    return
  }
  if (row.value === name) return
  throw new LakeError(
    'dataset-mismatch',
    `${file} contains the dataset ${String(row.value)}, not ${name}. ` +
      `Set the matching projectId and dataset, choose another file, or give this one its own name again.`,
  )
}

/** Creates a store on an open database. Closing the store closes the database. */
export function storeOn(database: DatabaseSync): Store {
  const prepared = new Map<string, StatementSync>()
  const sql = (name: keyof typeof queries): StatementSync => {
    const statement = prepared.get(name) ?? database.prepare(queries[name])
    prepared.set(name, statement)
    return statement
  }

  const seqOf = (id: string) => {
    const seq = sql('seq').get(id)?.seq
    return typeof seq === 'number' ? seq : undefined
  }

  const write = (transaction: Transaction) => {
    const mutations = JSON.stringify(
      Object.fromEntries(transaction.changes.map((c) => [c.documentId, c.mutations])),
    )
    const {lastInsertRowid: seq} = sql('insertTransaction').run(
      transaction.id,
      transaction.author,
      transaction.timestamp,
      mutations,
    )
    for (const change of transaction.changes) {
      const content = change.after ? JSON.stringify(change.after) : null
      const {lastInsertRowid: revision} = sql('insertRevision').run(change.documentId, seq, content)
      if (change.after) sql('putDocument').run(change.documentId, revision)
      else sql('removeDocument').run(change.documentId)
    }
    for (const documentId of transaction.purge ?? []) {
      // Ids cannot contain quotes (`invalidIdReason`).
      sql('purgeMutations').run(`$."${documentId}"`, documentId)
      sql('purgeRevisions').run(documentId)
    }
  }

  const changesOf = (seq: number, mutations: unknown): Change[] =>
    sql('revisionsOf')
      .all(seq)
      .map((row) => {
        const documentId = String(row.document)
        const previous = sql('contentBefore').get(documentId, seq)
        return {
          documentId,
          before: documentFrom(previous?.content),
          after: documentFrom(row.content),
          mutations: listOf(mutations, documentId),
        }
      })

  return {
    *documents() {
      for (const row of sql('documents').iterate()) {
        const document = documentFrom(row.content)
        if (document) yield document
      }
    },

    write(transaction) {
      database.exec('BEGIN IMMEDIATE')
      try {
        write(transaction)
        database.exec('COMMIT')
      } catch (error) {
        // A failed COMMIT (disk full) may already have rolled back.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },

    firstTimestamp() {
      const row = sql('firstTimestamp').get()
      return typeof row?.timestamp === 'string' ? row.timestamp : undefined
    },

    lastTimestamp() {
      const row = sql('lastTimestamp').get()
      return typeof row?.timestamp === 'string' ? row.timestamp : undefined
    },

    hasTransaction: (id) => seqOf(id) !== undefined,

    *transactions(documentIds, range = {}) {
      const from = range.from ? seqOf(range.from) : undefined
      const to = range.to ? seqOf(range.to) : undefined
      if ((range.from && from === undefined) || (range.to && to === undefined)) return
      const rows = sql(range.reverse ? 'transactionsBackwards' : 'transactions').iterate(
        JSON.stringify(documentIds),
        from ?? 0,
        to ?? Number.MAX_SAFE_INTEGER,
        range.limit ?? -1,
      )
      for (const row of rows) {
        yield {
          seq: Number(row.seq),
          id: String(row.id),
          author: String(row.author),
          timestamp: String(row.timestamp),
          changes: changesOf(Number(row.seq), parseJson(String(row.mutations))),
        }
      }
    },

    revision: (documentId, transactionId) =>
      documentFrom(sql('contentByTransaction').get(documentId, transactionId)?.content),
    revisionAt(documentId, time, latest) {
      // The state at an instant is the one before the first transaction after it.
      const next = sql('firstAfter').get(time, latest)?.seq ?? Number.MAX_SAFE_INTEGER
      return documentFrom(sql('contentBefore').get(documentId, next)?.content)
    },
    lastRevision(documentId) {
      const document = documentFrom(sql('lastContent').get(documentId)?.content)
      return document && {...document, _rev: String(sql('lastTransactionOf').get(documentId)?.id)}
    },
    knownIds: (prefix) =>
      sql('idsBetween')
        .all(prefix, `${prefix}\u{10ffff}`)
        .map(({document}) => String(document)),

    value(name) {
      const value = sql('value').get(name)?.value
      return typeof value === 'string' ? parseJson(value) : undefined
    },
    valueNames: (prefix) =>
      sql('valuesBetween')
        .all(prefix, `${prefix}\u{10ffff}`)
        .map(({name}) => String(name)),
    setValue: (name, value) => void sql('putValue').run(name, JSON.stringify(value)),
    deleteValue: (name) => sql('deleteValue').run(name).changes === 1,

    blob(hash) {
      const bytes = sql('blob').get(hash)?.bytes
      return bytes instanceof Uint8Array ? new Uint8Array(bytes) : undefined
    },
    putBlob: (hash, bytes) => void sql('putBlob').run(hash, bytes),

    pruneHistory: (before, latest) => pruneHistory(database, before, latest),

    countRows: () => countRows(database),
    readRows: (options) => readRows(database, options),
    writeRows: (rows) => writeRows(database, rows),
    finishCopy: () => finishCopy(database),

    close: () => database.close(),
  }
}

function documentFrom(content: unknown): StoredDocument | undefined {
  if (typeof content !== 'string') return undefined
  const document = parseJson(content)
  return isStoredDocument(document) ? document : undefined
}

function listOf(mutations: unknown, documentId: string): unknown[] {
  if (typeof mutations !== 'object' || mutations === null) return []
  const list: unknown = Reflect.get(mutations, documentId)
  return Array.isArray(list) ? list : []
}
