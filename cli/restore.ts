import {existsSync} from 'node:fs'
import {relative, resolve} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import type {SanityClient} from '@sanity/client'

import {CliError} from './CliError.ts'
import {findComments, withComments} from './backup/commentsDataset.ts'
import {isAsset, readFingerprints} from './backup/fingerprints.ts'
import {loadArchive, type LoadedArchive} from './backup/loadArchive.ts'
import {backupFolder, makeBackup} from './backup/makeBackup.ts'
import {removeLakeFile} from './dev/openLake.ts'
import {hasProjectLake, openProjectLake, type ProjectLake} from './dev/openProjectLake.ts'
import {reasonOf} from './reasonOf.ts'
import {applySteps} from './restore/applySteps.ts'
import {planRestore, type Step} from './restore/differences.ts'
import {print, printError, type Shell} from './shell.ts'

export interface RestoreArchiveRequest {
  archive: string
  /** Whether to replace what the dataset has, after a backup of it. */
  replace: boolean
  dryRun: boolean
}

export interface RestoreMomentRequest {
  at: Date
  dryRun: boolean
}

/** Runs `touchpoints restore ARCHIVE`. */
export async function restoreArchive(
  {archive, replace, dryRun}: RestoreArchiveRequest,
  shell: Shell,
): Promise<void> {
  const signal = shell.stopSignal()
  const file = resolve(shell.folder, archive)
  if (!existsSync(file)) throw noArchive(file, shell)
  const isNew = !hasProjectLake(shell)
  if (isNew && dryRun) {
    return print(shell, `${archive} would be restored into a new Content Lake.`)
  }
  const lake = await openProjectLake(shell, {token: 'SANITY_API_WRITE_TOKEN', absent: 'create'})
  const log = (line: string) => printError(shell, line)
  let restored = false
  let before: State | undefined
  try {
    before = await readState(lake.client, log)
    const isEmpty = before.documents.length + before.comments.length === 0
    const existing = `${before.documents.length} documents and assets${withComments(before.comments.length)}`
    if (!isEmpty && !replace) {
      throw new CliError(
        'bad-input',
        `The dataset has ${existing}, and nothing was changed. Add --replace to replace them by those of the archive. A backup is made first.`,
      )
    }
    if (dryRun) {
      return print(
        shell,
        isEmpty
          ? `${archive} would be restored into an empty dataset.`
          : `${existing} would be backed up, then replaced by those of ${archive}.`,
      )
    }
    const saved = isEmpty ? undefined : await saveBefore(lake, {signal, log, folder: shell.folder})
    if (saved !== undefined) print(shell, `Backed up what is there to ${saved}`)
    const {documents, comments} = await replaceAll(lake, before, {file, log, signal, saved})
    restored = true
    const count = `${documents.size} documents${withComments(comments?.size ?? 0)}`
    print(shell, `Restored ${count} from ${archive}.`)
  } finally {
    if (isNew && !restored) await removeNewComments(lake.client, before)
    await lake.close()
    // An empty one would be taken for the content of the project.
    if (isNew && !restored) removeLakeFile(lake.settings)
  }
}

/** Runs `touchpoints restore --at`. */
export async function restoreMoment(
  {at, dryRun}: RestoreMomentRequest,
  shell: Shell,
): Promise<void> {
  const lake = await openProjectLake(shell, {token: 'SANITY_API_WRITE_TOKEN', absent: 'fail'})
  try {
    if (lake.kind === 'hosted') throw ofHosted()
    const steps = await planRestore(lake.client, at)
    if (steps.length === 0) {
      return print(shell, `Nothing has changed since ${at.toISOString()}.`)
    }
    for (const step of steps) print(shell, describe(step))
    if (dryRun) {
      return print(shell, `Changes: ${steps.length}. None was made, because of --dry-run.`)
    }
    const now = new Date()
    // Later than `now` by at least a millisecond, so that the state at `now` is the one before.
    await delay(2)
    await applySteps(steps, lake.client)
    print(
      shell,
      `Restored the state of ${at.toISOString()}. Documents changed: ${steps.length}.\nTo undo this: npx touchpoints restore --at ${now.toISOString()}`,
    )
  } finally {
    await lake.close()
  }
}

function noArchive(file: string, {folder}: Shell): CliError {
  const names = existsSync(backupFolder(undefined, folder))
    ? 'backups/ has those of'
    : 'They come from'
  const message = `There is no archive ${file}. Check the path. ${names} \`touchpoints backup\`.`
  return new CliError('bad-input', message)
}

function describe(step: Step): string {
  if (step.kind === 'delete') return `  - ${step.id}`
  return `  ${step.exists ? '~' : '+'} ${step.document._id}`
}

function ofHosted(): CliError {
  return new CliError(
    'usage',
    'The hosted service has no restore of a dataset to a moment. It keeps the history of each document: restore one in the Studio, in the menu of its history. To restore a dataset, use an archive: npx touchpoints restore ARCHIVE --replace',
  )
}

async function saveBefore(
  {client}: ProjectLake,
  {folder, signal, log}: {folder: string; signal: AbortSignal; log: (line: string) => void},
): Promise<string> {
  const into = backupFolder(undefined, folder)
  const {file} = await makeBackup(client, {folder: into, now: new Date(), signal, log})
  return relative(folder, file)
}

interface Replacement {
  file: string
  log: (line: string) => void
  signal: AbortSignal
  /** The backup of what was there. */
  saved: string | undefined
}

async function replaceAll(
  {client}: ProjectLake,
  before: State,
  {file, log, signal, saved}: Replacement,
): Promise<LoadedArchive> {
  try {
    const restored = await loadArchive(file, {client, log, signal})
    await removeOthers(client, before.documents, restored.documents)
    if (before.commentsClient && restored.comments)
      await removeOthers(before.commentsClient, before.comments, restored.comments)
    return restored
  } catch (error) {
    if (saved === undefined) throw error
    const message = `${reasonOf(error)}\nThe dataset may have parts of both. To go back: npx touchpoints restore ${saved} --replace`
    throw new CliError('bad-input', message, {cause: error})
  }
}

/** Deletes the documents that were there before and are not in the archive. */
async function removeOthers(
  client: SanityClient,
  before: readonly string[],
  keep: ReadonlySet<string>,
): Promise<void> {
  const after = await client.fetch<{_id: string; _type: string}[]>(
    '*[_id in $before]{_id, _type}',
    {before},
    {perspective: 'raw'},
  )
  // Assets stay: the bytes of one are the same in every dataset, and a draft elsewhere may use it.
  const obsolete = after.filter((document) => !keep.has(document._id) && !isAsset(document))
  const transaction = client.transaction()
  for (const {_id} of obsolete) transaction.delete(_id)
  if (obsolete.length > 0)
    await transaction.commit({visibility: 'sync', tag: 'touchpoints.restore'})
}

/** What a dataset has before a restore, by id. */
interface State {
  documents: readonly string[]
  comments: readonly string[]
  /** Undefined if there is no dataset with comments and tasks. */
  commentsClient: SanityClient | undefined
}

async function readState(client: SanityClient, log: (line: string) => void): Promise<State> {
  const ids = async (of: SanityClient) => [...(await readFingerprints(of)).keys()]
  const commentsClient = await findComments(client, log)
  return {
    documents: await ids(client),
    comments: commentsClient ? await ids(commentsClient) : [],
    commentsClient,
  }
}

/** Deletes the dataset with comments and tasks that a restore has created, and that did not become complete. */
async function removeNewComments(client: SanityClient, before: State | undefined): Promise<void> {
  if (!before || before.commentsClient) return
  const created = await findComments(client, () => {})
  if (created) await client.datasets.delete(created.config().dataset ?? '')
}
