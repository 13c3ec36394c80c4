export const schemaVersion = 1

/**
 * The tables. Each revision is stored once. `documents` refers to the newest revision of each document
 * that exists. `content` is null if the transaction deleted the document.
 */
export const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE transactions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  mutations TEXT NOT NULL
) STRICT;
CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES transactions (seq),
  content TEXT
) STRICT;
CREATE INDEX revisions_by_document ON revisions (document, seq);
CREATE INDEX revisions_by_transaction ON revisions (seq);
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revisions (number)
) STRICT;
CREATE TABLE keyvalues (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`

/**
 * Indexes that older files lack. They are created when the file is opened.
 *
 * For each deleted revision, SQLite checks whether a document refers to it. Without the index, it would
 * check all documents. Transactions are searched by time, which is not always in their order.
 */
export const indexes = `
CREATE INDEX IF NOT EXISTS documents_by_revision ON documents (revision);
CREATE INDEX IF NOT EXISTS transactions_by_time ON transactions (timestamp);
`
