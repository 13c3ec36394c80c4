import {mkdtemp, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {FeedFetch} from '@touchpoints/calendar/fetch'
import {planMigration} from '@touchpoints/schemas/migration'
import {publishedId} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {fetchDocuments} from '../check/fetchDocuments.ts'
import {reportFindings} from '../check/reportFindings.ts'
import {loadExtension, schemaTypesOf} from '../extension.ts'
import type {Shell} from '../shell.ts'
import {referencesOf} from './assetReferences.ts'
import {assetSource} from './assetSource.ts'
import {checkDocuments, formatErrors} from './plan/checkDocuments.ts'
import {existingIds} from './existingIds.ts'
import {importDocuments, type ImportTarget} from './importDocuments.ts'
import type {ImportLimits} from './importLimits.ts'
import type {ImportSource} from './importSource.ts'
import {printable, throwRefusals} from './refusal.ts'
import {requireValid} from './requireValid.ts'
import {stageAssets} from './stageAssets.ts'

export interface Staging {
  /** Removed when the import ends. */
  folder: string
  limits: ImportLimits
  signal: AbortSignal
}

export interface StoreOptions {
  allowHosts: readonly string[]
  extension: string | undefined
  fetch: FeedFetch
  limits: ImportLimits
  temporaryFolder: string
  /** UTC instant, for rules about the past. */
  now: string
  shell: Shell
  signal: AbortSignal
}

export interface StoredCount {
  /** Documents that were stored. */
  stored: number
  /** Documents that exist already and were kept. */
  kept: number
}

/**
 * Stores documents as they are: an NDJSON file or an archive. Nothing is stored or uploaded before every
 * document has passed every check.
 *
 * @throws CliError that lists what is refused
 */
export async function storeDocuments(
  read: (staging: Staging) => Promise<ImportSource>,
  target: ImportTarget,
  options: StoreOptions,
): Promise<StoredCount> {
  const folder = await mkdtemp(join(options.temporaryFolder, 'touchpoints-import-'))
  const staging = {...options, folder}
  try {
    const all = await read(staging)
    await requireValid(all.documents, target)
    const source = target.operation === 'createIfNotExists' ? await onlyMissing(all, target) : all
    await requireFormats(source, target, options)
    const staged = await stageAssets(source, staging)
    if (options.signal.aborted) throw new CliError('bad-input', 'Stopped. Nothing was imported.')
    const kept = all.documents.length - source.documents.length
    const stored =
      kept > 0 && source.documents.length === 0
        ? 0
        : await importDocuments(staged, source.archive, target)
    return {stored, kept}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** Leaves out documents that exist, and the files of an archive that only they refer to. */
async function onlyMissing(
  {documents, archive}: ImportSource,
  {client}: ImportTarget,
): Promise<ImportSource> {
  const ids = documents.map(({document}) => document._id)
  const existing = await existingIds(client, '*[_id in $values]._id', ids)
  const missing = documents.filter(({document}) => !existing.has(document._id))
  if (!archive) return {documents: missing}
  const rules = {allowHosts: [], inArchive: true}
  const used = new Set(
    missing
      .flatMap(({document}) => referencesOf(document).assets)
      .map(({value}) => assetSource(value, rules))
      .flatMap((source) => (source.kind === 'packed' ? [source.path] : [])),
  )
  const files = [...archive.files].filter(([path]) => used.has(path))
  return {documents: missing, archive: {...archive, files: new Map(files)}}
}

/** A draft may be incomplete, as in the Studio. What is published must have every required field. */
async function requireFormats(
  {documents}: ImportSource,
  {client, log}: ImportTarget,
  {extension: file, shell, now}: StoreOptions,
): Promise<void> {
  const loaded = await loadExtension(file, shell)
  const {extension = {}} = loaded ?? {}
  const types = await schemaTypesOf(loaded)
  const added = Object.keys(extension.documents ?? {})
  reportUnknown(documents, new Set(types.map(({name}) => name)), log)
  const stored = await fetchDocuments(client, 'drafts', added)
  const published = documents.filter(({document: {_id: id}}) => publishedId(id) === id)
  // Content of the previous model is checked as its migration will leave it.
  const migration = planMigration(
    published.map(({document}) => document),
    {today: now.slice(0, 10)},
  )
  const {refused, findings} = await checkDocuments(migration.documents, {
    stored,
    types,
    extension,
    now,
  })
  throwRefusals(
    published.flatMap(({document: {_id: id}, place}) => {
      const errors = refused.get(id)
      return errors ? [{place, what: id, why: formatErrors(errors)}] : []
    }),
  )
  const ofPreviousModel = migration.created.length + migration.patched.length
  if (ofPreviousModel > 0) {
    log('This content has the previous model. Run `touchpoints migrate` after the import.')
  }
  if (findings.length > 0) {
    log(reportFindings(findings, {checked: published.length, colors: false}))
  }
}

/** Types of the Content Lake itself. No schema has them. */
const ownType = /^(?:sanity|system)\./

/** An archive of another schema is stored as it is, but neither the Studio nor a site shows its documents. */
function reportUnknown(
  documents: ImportSource['documents'],
  known: ReadonlySet<string>,
  log: (line: string) => void,
) {
  const counts = new Map<string, number>()
  for (const {document} of documents) {
    const {_type: type} = document
    if (!known.has(type) && !ownType.test(type)) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  if (counts.size === 0) return
  const listed = [...counts].slice(0, 20).map(([type, count]) => `${printable(type)} (${count})`)
  const more = counts.size > listed.length ? ` and ${counts.size - listed.length} more` : ''
  log(
    `  ! The schema has no ${listed.join(', ')}${more}. The Studio does not list these documents. If an extension adds the types, name it with --extension.`,
  )
}
