import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import {reasonOf} from '../reasonOf.ts'
import {indexes, schema, schemaVersion} from './schema.ts'

/** "tchp" in ASCII: SQLite keeps it in the file's header, so another program's file is told at once. */
const applicationId = 0x74636870
const sqliteMagic = 'SQLite format 3\0'
/** Checking every page costs about 1 ms per 4 MB; a larger file is checked as its documents load. */
const maxCheckedBytes = 64 * 1024 * 1024

/**
 * Opens the data file, or makes it. The file is held for this process alone until it is closed; the
 * operating system lets go of it when the process dies.
 *
 * @throws LakeError `not-a-lake-file`, `damaged-file`, `file-locked`, `file-not-writable`. A file
 * that existed is left as it was.
 */
export function openDatabase(file: string): DatabaseSync {
  const inMemory = file === ':memory:'
  const found = !inMemory && existsSync(file) && statSync(file).size > 0
  if (!inMemory) {
    if (!found) makeDirectory(file)
    assertWritable(file)
    if (found) assertSqliteFile(file)
  }

  const database = open(file)
  try {
    // Taken before the first read: with WAL this keeps the index of the log in this process's own
    // memory and every other process out.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    // A process that died while it made the file leaves a database without anything in it.
    const existed = found && !isEmpty(database)
    if (existed) assertOurs(database, file)
    // A write is acknowledged once it is on disk: FULL syncs the log at each commit, which costs
    // about a millisecond on an SSD and also outlives a power cut. NORMAL would not.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    if (!existed) {
      database.exec(
        `BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; ${schema}; ${indexes}; COMMIT`,
      )
    } else {
      // Takes the write lock now, so that a second process is told at its start, not at its first write.
      database.exec(`BEGIN IMMEDIATE; ${indexes}; COMMIT`)
    }
    return database
  } catch (error) {
    database.close()
    throw explain(error, file)
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, {timeout: 250})
  } catch (error) {
    throw explain(error, file)
  }
}

function makeDirectory(file: string) {
  try {
    mkdirSync(dirname(file), {recursive: true})
  } catch (error) {
    throw new LakeError(
      'file-not-writable',
      `The folder of the data file ${file} cannot be made. Choose a place this user may write to.`,
      {cause: error},
    )
  }
}

/**
 * SQLite itself would say "disk I/O error" of a file that it may read and not lock, and "unable to
 * open" of a folder in which it cannot make its log.
 */
function assertWritable(file: string) {
  for (const path of [dirname(file), file]) {
    try {
      if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
    } catch (error) {
      throw notWritable(path, error)
    }
  }
}

function assertSqliteFile(file: string) {
  const head = Buffer.alloc(sqliteMagic.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1') !== sqliteMagic) throw notOurs(file)
}

function isEmpty(database: DatabaseSync): boolean {
  const id = database.prepare('PRAGMA application_id').get()?.application_id
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count
  return id === 0 && tables === 0
}

function assertOurs(database: DatabaseSync, file: string) {
  const id = database.prepare('PRAGMA application_id').get()?.application_id
  if (id !== applicationId) throw notOurs(file)
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (version !== schemaVersion) {
    throw new LakeError(
      'not-a-lake-file',
      `${file} was written by another version of the lake (format ${String(version)}, this one reads ${schemaVersion}). ` +
        `It was left as it is. Export it with that version and import it into a new file.`,
    )
  }
  if (statSync(file).size > maxCheckedBytes) return
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (check !== 'ok') throw damaged(file, String(check))
}

function notOurs(file: string): LakeError {
  return new LakeError(
    'not-a-lake-file',
    `${file} is not a lake's data file. It was left as it is. Name another file, or move this one away.`,
  )
}

function damaged(file: string, detail: string, options?: ErrorOptions): LakeError {
  return new LakeError(
    'damaged-file',
    `${file} is damaged (${detail}). It was left as it is. Restore it from a backup or an export, ` +
      `or move it away to start anew.`,
    options,
  )
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof LakeError || !(error instanceof Error)) return error
  if (/locked|busy/i.test(error.message)) {
    return new LakeError(
      'file-locked',
      `${file} is in use by another process: one process a file. Stop the other one, or name another file.`,
      {cause: error},
    )
  }
  if (/malformed|not a database|corrupt/i.test(error.message)) {
    return damaged(file, error.message, {cause: error})
  }
  if (/readonly|unable to open|permission/i.test(error.message)) return notWritable(file, error)
  return error
}

function notWritable(path: string, error: unknown): LakeError {
  const reason = reasonOf(error)
  return new LakeError(
    'file-not-writable',
    `${path} cannot be opened for writing (${reason}). Choose a file in a folder that this user may write to.`,
    {cause: error},
  )
}
