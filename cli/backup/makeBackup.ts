import {existsSync} from 'node:fs'
import {rename, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import type {SanityClient} from '@sanity/client'

import {CliError} from '../CliError.ts'
import {diskProblem} from '../diskProblem.ts'
import {makeFolder} from '../makeFolder.ts'
import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'
import {backupName} from './backupFiles.ts'
import {aboutDataset, findComments} from './commentsDataset.ts'
import {type Fingerprints, readFingerprints} from './fingerprints.ts'
import {type Expected, verifyArchive} from './verifyArchive.ts'
import {writeArchive} from './writeArchive.ts'

export interface BackupOptions {
  /** Absolute. Created if it does not exist. */
  folder: string
  now: Date
  signal: AbortSignal
  /** Called with a line for each part of the dataset that the archive can't have. */
  log: (line: string) => void
}

export interface Backup {
  file: string
  bytes: number
  /** Documents and assets. */
  documents: number
  /** Comments and tasks. */
  comments: number
}

/**
 * Writes an archive of a dataset and of its comments and tasks, and keeps it only if a restore of it has the same content. Until then it has a
 * hidden name.
 *
 * Documents that someone edits meanwhile are not compared: the archive has one of their states.
 *
 * @throws CliError when the archive can't be written, or is not complete. It is removed then.
 */
export async function makeBackup(
  client: SanityClient,
  {folder, now, signal, log}: BackupOptions,
): Promise<Backup> {
  const {projectId = '', dataset = ''} = client.config()
  const file = newFile(folder, {projectId, dataset}, now)
  const part = join(folder, `.${basename(file)}`)
  try {
    makeFolder(folder)
  } catch (error) {
    throw unwritable(folder, error)
  }
  try {
    const commentsClient = await findComments(client, log)
    const source = {client, comments: commentsClient}
    const before = await readAll(source)
    await writeArchive(part, source).catch((error: unknown) => {
      if (diskProblem(error)) throw error
      return unreachable(error)
    })
    const expected = unchanged(before, await readAll(source))
    const {documents, comments, wrong} = await verifyArchive(part, expected, {client, signal})
    if (wrong.length > 0) throw new Error(differences(wrong))
    await rename(part, file)
    const {size} = await stat(file)
    return {file, bytes: size, documents, comments}
  } catch (error) {
    await rm(part, {force: true})
    const problem = diskProblem(error)
    if (problem) throw notWritten(folder, problem, error)
    const message = `The backup is not complete, and was removed. ${reasonOf(error)}`
    throw new CliError('bad-input', message, {cause: error})
  }
}

/** Two backups in one second get different names: a restore must not replace the archive that it reads. */
function newFile(folder: string, name: {projectId: string; dataset: string}, now: Date): string {
  const file = join(folder, backupName(name, now))
  return existsSync(file) ? newFile(folder, name, new Date(now.getTime() + 1000)) : file
}

/** Returns the folder of a project's backups. */
export function backupFolder(folder: string | undefined, project: string): string {
  return resolve(project, folder ?? 'backups')
}

async function readAll({client, comments}: Dataset): Promise<Expected> {
  return {
    documents: await readFingerprints(client),
    comments: comments && (await readFingerprints(comments, aboutDataset(client))),
  }
}

interface Dataset {
  client: SanityClient
  comments: SanityClient | undefined
}

function unchanged(before: Expected, after: Expected): Expected {
  const same = (earlier: Fingerprints = new Map(), later: Fingerprints = new Map()) =>
    new Map([...earlier].filter(([id, hash]) => later.get(id) === hash))
  return {
    documents: same(before.documents, after.documents),
    comments: same(before.comments, after.comments),
  }
}

function differences(wrong: readonly string[]): string {
  const some = wrong.slice(0, 5).join(', ')
  const more = wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''
  return `Restored into memory, these documents are missing or different: ${some}${more}. Check the free space and the network, and run it again.`
}

function unwritable(folder: string, cause: unknown): CliError {
  const message = `Could not create ${folder} (${reasonOf(cause)}). Use a folder that this user can write to.`
  return new CliError('setting', message, {cause})
}

/** An export is first in the folder for temporary files, and so is the copy that verifies it. */
function notWritten(folder: string, problem: string, cause: unknown): CliError {
  const message = `Could not write the backup to ${folder}, with ${tmpdir()} for temporary files: ${problem}, and run it again. Earlier backups are unchanged.`
  return new CliError('setting', message, {cause})
}
