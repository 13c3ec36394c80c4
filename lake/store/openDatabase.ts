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

/** "tchp" in ASCII. SQLite stores it in the file header, which identifies files of other programs. */
const applicationId = 0x74636870
const sqliteMagic = 'SQLite format 3\0'
/** Checking every page takes about 1 ms per 4 MB. A larger file is checked while its documents load. */
const maxCheckedBytes = 64 * 1024 * 1024

/**
 * Opens the data file, or creates it. Locks it for this process until it is closed. If the process dies,
 * the operating system releases the lock.
 *
 * @throws LakeError `not-a-lake-file`, `damaged-file`, `file-locked` or `file-not-writable`. An existing
 * file then stays unchanged.
 */
export function openDatabase(file: string): DatabaseSync {
  const inMemory = file === ':memory:'
  const hasContent = !inMemory && existsSync(file) && statSync(file).size > 0
  if (!inMemory) {
    if (!hasContent) makeDirectory(file)
    assertWritable(file)
    if (hasContent) assertSqliteFile(file)
  }

  const database = open(file)
  try {
    // Set before the first read. With WAL, the index of the log is then in this process's memory, and
    // other processes cannot open the file.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    // A process that died while it created the file leaves an empty database.
    const existed = hasContent && !isEmpty(database)
    if (existed) assertLakeFile(database, file)
    // FULL syncs the log at each commit, so an acknowledged write survives a power failure. That takes
    // about a millisecond on an SSD. With NORMAL, a power failure could lose writes.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    if (!existed) {
      database.exec(
        `BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; ${schema}; ${indexes}; COMMIT`,
      )
    } else {
      // Takes the write lock now, so that a second process fails at its start, not at its first write.
      database.exec(`BEGIN IMMEDIATE; ${indexes}; COMMIT`)
    }
    return database
  } catch (error) {
    database.close()
    throw toLakeError(error, file)
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, {timeout: 250})
  } catch (error) {
    throw toLakeError(error, file)
  }
}

function makeDirectory(file: string) {
  try {
    mkdirSync(dirname(file), {recursive: true})
  } catch (error) {
    throw new LakeError(
      'file-not-writable',
      `Could not create the folder of the data file ${file} (${reasonOf(error)}). Choose a folder that this user can write to.`,
      {cause: error},
    )
  }
}

/**
 * Checks the permissions first, because SQLite's errors are unclear: "disk I/O error" for a file that it
 * can read but not lock, and "unable to open" for a folder in which it cannot create its log.
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
  if (head.toString('latin1') !== sqliteMagic) throw notLakeFile(file)
}

function isEmpty(database: DatabaseSync): boolean {
  const id = database.prepare('PRAGMA application_id').get()?.application_id
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count
  return id === 0 && tables === 0
}

function assertLakeFile(database: DatabaseSync, file: string) {
  const id = database.prepare('PRAGMA application_id').get()?.application_id
  if (id !== applicationId) throw notLakeFile(file)
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (version !== schemaVersion) {
    throw new LakeError(
      'not-a-lake-file',
      `Could not open ${file}: it has format ${String(version)}, and this version of the lake reads format ${schemaVersion}. ` +
        `The file is unchanged. Export it with the other version, and import it into a new file.`,
    )
  }
  if (statSync(file).size > maxCheckedBytes) return
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (check !== 'ok') throw damaged(file, String(check))
}

function notLakeFile(file: string): LakeError {
  return new LakeError(
    'not-a-lake-file',
    `${file} is not a data file of the lake. The file is unchanged. Choose another file, or move this one.`,
  )
}

function damaged(file: string, detail: string, options?: ErrorOptions): LakeError {
  return new LakeError(
    'damaged-file',
    `${file} is damaged (${detail.replace(/\s*\n\s*/g, ' ')}). The file is unchanged. Restore it from a backup or an export, ` +
      `or move it to start with an empty lake.`,
    options,
  )
}

function toLakeError(error: unknown, file: string): unknown {
  if (error instanceof LakeError || !(error instanceof Error)) return error
  if (/locked|busy/i.test(error.message)) {
    return new LakeError(
      'file-locked',
      `${file} is in use by another process. Only one process can open it. Stop the other process, or choose another file.`,
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
    `Could not open ${path} for writing (${reason}). Choose a file in a folder that this user can write to.`,
    {cause: error},
  )
}
