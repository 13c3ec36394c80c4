import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {guardedFetch} from '@touchpoints/calendar/fetch'

import {importDocuments} from '../import/importDocuments.ts'
import {defaultImportLimits} from '../import/importLimits.ts'
import {readArchive} from '../import/readArchive.ts'
import {unreadable} from '../import/readNdjson.ts'
import {requireValid} from '../import/requireValid.ts'
import {stageAssets} from '../import/stageAssets.ts'

export interface LoadOptions {
  client: SanityClient
  log: (line: string) => void
  signal: AbortSignal
}

/**
 * Stores the documents and assets of an archive in a Content Lake, through the checks of `touchpoints import`.
 * Existing documents with the same id are replaced.
 *
 * @returns the ids of its documents
 * @throws CliError when the archive is damaged or refused
 */
export async function loadArchive(
  file: string,
  {client, log, signal}: LoadOptions,
): Promise<ReadonlySet<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-restore-'))
  const operation = 'createOrReplace'
  const options = {folder, signal, limits: defaultImportLimits, fetch: guardedFetch(), log}
  try {
    const source = await readArchive(file, options).catch(unreadable(file))
    await requireValid(source.documents, {client, operation})
    const staged = await stageAssets(source, {...options, allowHosts: []})
    await importDocuments(staged, source.archive, {client, operation, log})
    return new Set(source.documents.map(({document}) => document._id))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
