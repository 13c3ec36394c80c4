/**
 * The SQL statements of the store. The tables are in `schema.ts`.
 *
 * Statements read the revisions of a document ordered by transaction (`seq`), like the index. Ordered by
 * `number`, SQLite would search all revisions for each: minutes for a document with 5,000 edits.
 */
export const queries = {
  documents:
    'SELECT r.content FROM documents d JOIN revisions r ON r.number = d.revision ORDER BY d.id',
  insertTransaction:
    'INSERT INTO transactions (id, author, timestamp, mutations) VALUES (?, ?, ?, ?)',
  insertRevision: 'INSERT INTO revisions (document, seq, content) VALUES (?, ?, ?)',
  putDocument: 'INSERT OR REPLACE INTO documents (id, revision) VALUES (?, ?)',
  removeDocument: 'DELETE FROM documents WHERE id = ?',
  purgeMutations:
    'UPDATE transactions SET mutations = json_remove(mutations, ?) WHERE seq IN (SELECT seq FROM revisions WHERE document = ?)',
  purgeRevisions:
    'DELETE FROM revisions WHERE document = ?1 AND number IS NOT (SELECT revision FROM documents WHERE id = ?1)',
  seq: 'SELECT seq FROM transactions WHERE id = ?',
  contentByTransaction:
    'SELECT r.content FROM revisions r JOIN transactions t ON t.seq = r.seq WHERE r.document = ? AND t.id = ?',
  // Ignores transactions that a wrong clock stored as later than now.
  firstAfter: 'SELECT min(seq) AS seq FROM transactions WHERE timestamp > ? AND timestamp <= ?',
  lastContent:
    'SELECT content FROM revisions WHERE document = ? AND content IS NOT NULL ORDER BY seq DESC LIMIT 1',
  lastTransactionOf:
    'SELECT t.id FROM revisions r JOIN transactions t ON t.seq = r.seq WHERE r.document = ? ORDER BY r.seq DESC LIMIT 1',
  idsBetween:
    'SELECT DISTINCT document FROM revisions WHERE document >= ? AND document < ? ORDER BY document',
  contentBefore:
    'SELECT content FROM revisions WHERE document = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  revisionsOf: 'SELECT document, content FROM revisions WHERE seq = ? ORDER BY number',
  value: 'SELECT value FROM keyvalues WHERE name = ?',
  valuesBetween: 'SELECT name FROM keyvalues WHERE name >= ? AND name < ?',
  putValue: 'INSERT OR REPLACE INTO keyvalues VALUES (?, ?)',
  deleteValue: 'DELETE FROM keyvalues WHERE name = ?',
  blob: 'SELECT bytes FROM blobs WHERE hash = ?',
  putBlob: 'INSERT OR IGNORE INTO blobs VALUES (?, ?)',
  firstTimestamp:
    'SELECT timestamp FROM transactions WHERE seq = (SELECT min(seq) FROM transactions)',
  lastTimestamp: 'SELECT timestamp FROM transactions ORDER BY seq DESC LIMIT 1',
  transactions: `SELECT seq, id, author, timestamp, mutations FROM transactions
     WHERE seq IN (SELECT seq FROM revisions WHERE document IN (SELECT value FROM json_each(?)))
     AND seq BETWEEN ? AND ? ORDER BY seq ASC LIMIT ?`,
  transactionsBackwards: `SELECT seq, id, author, timestamp, mutations FROM transactions
     WHERE seq IN (SELECT seq FROM revisions WHERE document IN (SELECT value FROM json_each(?)))
     AND seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?`,
} as const
