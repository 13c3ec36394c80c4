import type {DatabaseSync} from 'node:sqlite'

/**
 * Deletes history from before an instant. It keeps:
 *
 * - the current revision of each document, and its revision at that instant, so that later changes still
 *   show the state before them
 * - the versions in archived releases, so that they can be unarchived
 * - the last transaction, because the next one must be later
 *
 * The file does not shrink. Later writes use the free space.
 *
 * @param before ISO 8601, UTC
 * @param latest the latest time that is not from a wrong clock, ISO 8601. A transaction with a later time is
 * as old as the ones around it.
 * @returns the number of deleted revisions
 */
export function pruneHistory(database: DatabaseSync, before: string, latest: string): number {
  const last = database.prepare(lastBefore).get(before, latest)?.seq
  if (typeof last !== 'number') return 0
  database.exec('BEGIN IMMEDIATE')
  try {
    const pruned = database.prepare(pruneRevisions).run(last).changes
    if (pruned > 0) database.prepare(pruneTransactions).run(last)
    database.exec('COMMIT')
    return Number(pruned)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

const lastBefore = `
SELECT seq FROM transactions WHERE +timestamp < ?1 AND seq < coalesce(
  (SELECT min(seq) FROM transactions WHERE timestamp >= ?1 AND timestamp <= ?2), 9007199254740991
) ORDER BY seq DESC LIMIT 1`

// A revision can be deleted if a later one of the same document exists up to that instant, or if it
// records a deletion.
const pruneRevisions = `
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
    SELECT seq FROM revisions newest
    WHERE newest.document = old.document AND newest.content IS NOT NULL ORDER BY newest.seq DESC LIMIT 1
  )
)`

const pruneTransactions = `
DELETE FROM transactions WHERE seq <= ?1
AND seq < (SELECT max(seq) FROM transactions)
AND NOT EXISTS (SELECT 1 FROM revisions WHERE revisions.seq = transactions.seq)`
