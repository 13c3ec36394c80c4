import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {isStoredDocument, type StoredDocument} from '../document.ts'
import {parseJson} from '../json.ts'

/** Rows of a table, in the order of its columns. */
export interface CopiedRows {
  table: keyof typeof insertions
  rows: readonly (readonly SQLOutputValue[])[]
}

export interface CopyOptions {
  /** Whether to leave out earlier revisions and what changed them. */
  skipHistory: boolean
  /** Returns a document as it should be in the copy. */
  convert: (document: StoredDocument) => StoredDocument
  /** Returns whether to leave out the revisions of a document, also those of a deleted one. */
  skips: (documentId: string) => boolean
}

/** Rows to read at a time. The lake serves requests in between. */
const batchRows = 200

const insertions = {
  transactions: 'INSERT INTO transactions VALUES (?, ?, ?, ?, ?)',
  revisions: 'INSERT INTO revisions VALUES (?, ?, ?, ?)',
  blobs: 'INSERT INTO blobs VALUES (?, ?)',
} as const

const isNewest =
  'content IS NOT NULL AND NOT EXISTS (SELECT 1 FROM revisions n WHERE n.document = r.document AND n.seq > r.seq AND n.seq <= ?2)'

/** Returns the number of rows to copy, for the progress. */
export function countRows(database: DatabaseSync): number {
  const sql =
    'SELECT (SELECT count(*) FROM transactions) + (SELECT count(*) FROM revisions) + (SELECT count(*) FROM blobs) AS rows'
  return Number(database.prepare(sql).get()?.rows)
}

/**
 * Reads a dataset in parts, as it was at the first one. Writes can happen between two parts: a table only grows,
 * so the numbers at the start say which rows belong to the copy.
 */
export function* readRows(database: DatabaseSync, options: CopyOptions): Generator<CopiedRows> {
  const last = Number(database.prepare('SELECT max(seq) AS seq FROM transactions').get()?.seq ?? 0)
  const mutations = options.skipHistory ? `'{}'` : 'mutations'
  yield* parts(
    'transactions',
    database,
    `SELECT seq AS cursor, seq, id, author, timestamp, ${mutations} FROM transactions WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ${batchRows}`,
    last,
  )
  const revisions = parts(
    'revisions',
    database,
    `SELECT number AS cursor, number, document, seq, content FROM revisions r WHERE number > ?1 AND seq <= ?2 AND ${options.skipHistory ? isNewest : 'true'} ORDER BY number LIMIT ${batchRows}`,
    last,
  )
  for (const {table, rows} of revisions) {
    yield {table, rows: rows.flatMap((row) => converted(row, options))}
  }
  const blob = database.prepare(
    'SELECT hash, bytes FROM blobs WHERE hash > ? ORDER BY hash LIMIT 1',
  )
  for (let row = blob.get(''); row; row = blob.get(String(row.hash))) {
    yield {table: 'blobs', rows: [[row.hash ?? null, row.bytes ?? null]]}
  }
}

function converted(
  [number = null, document = null, seq = null, content = null]: readonly SQLOutputValue[],
  {convert, skips}: CopyOptions,
): SQLOutputValue[][] {
  if (skips(String(document))) return []
  const stored = typeof content === 'string' ? parseJson(content) : undefined
  if (!isStoredDocument(stored)) return [[number, document, seq, content]]
  const changed = convert(stored)
  return [[number, document, seq, changed === stored ? content : JSON.stringify(changed)]]
}

function* parts(
  table: CopiedRows['table'],
  database: DatabaseSync,
  sql: string,
  last: number,
): Generator<CopiedRows> {
  const statement = database.prepare(sql)
  let cursor: SQLOutputValue = 0
  for (;;) {
    const rows: Record<string, SQLOutputValue>[] = statement.all(cursor, last)
    const end = rows.at(-1)
    if (!end) return
    cursor = end.cursor ?? 0
    yield {table, rows: rows.map(({cursor: _cursor, ...columns}) => Object.values(columns))}
  }
}

/** Stores rows of another dataset in an empty one. */
export function writeRows(database: DatabaseSync, {table, rows}: CopiedRows) {
  const statement = database.prepare(insertions[table])
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const row of rows) statement.run(...row)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Completes a copy after its last rows: the newest revision of each document is the document. */
export function finishCopy(database: DatabaseSync) {
  database.exec(`
    DELETE FROM transactions WHERE seq NOT IN (SELECT seq FROM revisions);
    INSERT INTO documents SELECT document, number FROM
      (SELECT document, max(number) AS number, content FROM revisions GROUP BY document)
      WHERE content IS NOT NULL;
  `)
}
