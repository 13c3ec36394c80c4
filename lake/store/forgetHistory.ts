import type {DatabaseSync} from 'node:sqlite'

/**
 * Forgets what happened before an instant. What stays:
 *
 * - each document as it is, and as it was at that instant, so that later changes still tell from what;
 * - what archived releases put away, so that they can be brought back;
 * - the last transaction, whose time the next one has to be after.
 *
 * The file keeps its size: the room is used again by what is written next.
 *
 * @param before ISO 8601, UTC
 * @returns how many revisions were forgotten
 */
export function forgetHistory(database: DatabaseSync, before: string): number {
  const last = database
    .prepare('SELECT seq FROM transactions WHERE timestamp < ? ORDER BY seq DESC LIMIT 1')
    .get(before)?.seq
  if (typeof last !== 'number') return 0
  database.exec('BEGIN IMMEDIATE')
  try {
    const forgotten = database.prepare(forgetRevisions).run(last).changes
    if (forgotten > 0) database.prepare(forgetTransactions).run(last)
    database.exec('COMMIT')
    return Number(forgotten)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

// A later one of the same document, up to that instant, makes a revision forgettable; a deletion makes
// itself so.
const forgetRevisions = `
DELETE FROM revisions AS old WHERE seq <= ?1
AND number IS NOT (SELECT revision FROM documents WHERE id = old.document)
AND (
  content IS NULL AND NOT (document >= 'versions.' AND document < 'versions/')
  OR EXISTS (
    SELECT 1 FROM revisions later
    WHERE later.document = old.document AND later.seq > old.seq AND later.seq <= ?1
  )
)
AND NOT (
  document >= 'versions.' AND document < 'versions/' AND seq = (
    SELECT seq FROM revisions kept
    WHERE kept.document = old.document AND kept.content IS NOT NULL ORDER BY kept.seq DESC LIMIT 1
  )
)`

const forgetTransactions = `
DELETE FROM transactions WHERE seq <= ?1
AND seq < (SELECT max(seq) FROM transactions)
AND NOT EXISTS (SELECT 1 FROM revisions WHERE revisions.seq = transactions.seq)`
