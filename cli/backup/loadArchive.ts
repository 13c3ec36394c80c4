import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {guardedFetch} from '@touchpoints/calendar/fetch'

import {importDocuments} from '../import/importDocuments.ts'
import {defaultImportLimits} from '../import/importLimits.ts'
import type {ImportSource} from '../import/importSource.ts'
import {type ArchiveSource, readArchive} from '../import/readArchive.ts'
import {unreadable} from '../import/readNdjson.ts'
import {requireValid} from '../import/requireValid.ts'
import {stageAssets} from '../import/stageAssets.ts'
import {aboutDataset, ensureComments} from './commentsDataset.ts'

export interface LoadOptions {
  client: SanityClient
  log: (line: string) => void
  signal: AbortSignal
}

/** The ids of what an archive has. */
export interface LoadedArchive {
  documents: ReadonlySet<string>
  /** Undefined if the archive has no comments and tasks. Those of the dataset stay as they are then. */
  comments: ReadonlySet<string> | undefined
}

/**
 * Stores the documents and assets of an archive in a Content Lake, through the checks of `touchpoints import`,
 * and the comments and tasks in the dataset that belongs to it. Existing documents with the same id are replaced.
 *
 * @throws CliError when the archive is damaged or refused
 */
export async function loadArchive(
  file: string,
  {client, log, signal}: LoadOptions,
): Promise<LoadedArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-restore-'))
  const options = {folder, signal, limits: defaultImportLimits, fetch: guardedFetch(), log}
  const read = (path: string, name: string) => readArchive(path, options).catch(unreadable(name))
  const store = async (source: ImportSource, to: SanityClient) => {
    const staged = await stageAssets(source, {...options, allowHosts: []})
    await importDocuments(staged, source.archive, {client: to, operation, log})
    return new Set(source.documents.map(({document}) => document._id))
  }
  try {
    const source = await read(file, file)
    const comments =
      source.comments === undefined ? undefined : movedTo(client, await read(source.comments, file))
    await requireValid(source.documents, {client, operation})
    if (!comments) return {documents: await store(source, client), comments: undefined}
    const commentsClient = await ensureComments(client)
    // Before the first document is stored.
    await requireValid(comments.documents, {client: commentsClient, operation})
    const documents = await store(source, client)
    return {documents, comments: await store(comments, commentsClient)}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

const operation = 'createOrReplace'

function movedTo(client: SanityClient, source: ArchiveSource): ArchiveSource {
  const convert = aboutDataset(client)
  const documents = source.documents.map((each) => ({...each, document: convert(each.document)}))
  return {...source, documents}
}
