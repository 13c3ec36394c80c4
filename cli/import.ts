import {mkdtemp, rm, stat, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {type FeedFetch, guardedFetch} from '@touchpoints/calendar/fetch'
import {checkDataset, type StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from './CliError.ts'
import {readDocuments} from './check/readDocuments.ts'
import {reportFindings} from './check/reportFindings.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {importDocuments, type ImportTarget, type Operation} from './import/importDocuments.ts'
import {defaultImportLimits, type ImportLimits} from './import/importLimits.ts'
import {importPage} from './import/importPage.ts'
import type {ImportSource} from './import/importSource.ts'
import {readArchive} from './import/readArchive.ts'
import {unreadable} from './import/readNdjson.ts'
import {reportMarkdown} from './import/reportMarkdown.ts'
import {requireValid} from './import/requireValid.ts'
import {stageAssets} from './import/stageAssets.ts'
import {print, printError, type Shell} from './shell.ts'

export interface ImportRequest {
  /** Several only for NDJSON. */
  files: readonly string[]
  operation: Operation
  /** Hosts that images and files may be downloaded from despite a private address. */
  allowHosts: readonly string[]
  /** For Markdown: reports and imports nothing. */
  dryRun: boolean
  /** For Markdown: the date of the page, `YYYY-MM-DD`. */
  asOf: string
  /** For Markdown: an NDJSON file to write instead of the Content Lake. */
  out: string | undefined
  /** For Markdown: the address of the page. */
  base: string | undefined
}

/** What an import reads with, how much, and where it keeps files until they are stored. */
export interface ImportDoor {
  fetch: FeedFetch
  limits: ImportLimits
  temporaryFolder: string
}

/**
 * Runs `touchpoints import`.
 *
 * @param door - defaults to a fetch that connects to public addresses, the default limits, and the
 *   system's folder for temporary files
 */
export async function importFiles(
  request: ImportRequest,
  shell: Shell,
  {
    fetch = guardedFetch({allowHosts: request.allowHosts}),
    limits = defaultImportLimits,
    temporaryFolder = tmpdir(),
  }: Partial<ImportDoor> = {},
): Promise<void> {
  const {files, operation, dryRun, out} = request
  const [file = '', ...others] = files
  const isMarkdown = /\.(?:md|markdown)$/i.test(file)
  const isArchive = /\.t(?:ar\.)?gz$/i.test(file)
  if (others.length > 0 && files.some((each) => /\.(?:md|markdown|tgz|gz)$/i.test(each))) {
    const message = 'Several files at once must be NDJSON. Import an archive or a page on its own.'
    throw new CliError('usage', message)
  }
  const log = (line: string) => printError(shell, line)
  const store = async (read: (staging: Staging) => Promise<ImportSource>) => {
    const client = contentLakeClient(shell, 'SANITY_API_WRITE_TOKEN')
    const options = {...request, fetch, limits, temporaryFolder, signal: shell.stopSignal()}
    const count = await storeSource(read, {client, operation, log}, options)
    print(shell, `${count} ${count === 1 ? 'document' : 'documents'} imported.`)
  }
  if (isArchive) {
    return store((staging) =>
      readArchive(resolve(shell.folder, file), {...staging, log}).catch(unreadable(file)),
    )
  }
  if (!isMarkdown) {
    return store(async () => ({documents: await readDocuments(files, shell.folder)}))
  }
  const documents = await readMarkdown(file, request, {shell, limits})
  if (dryRun) return undefined
  if (out === undefined) {
    const placed = documents.map((document) => ({document, place: file}))
    return store(() => Promise.resolve({documents: placed}))
  }
  const lines = documents.map((document) => `${JSON.stringify(document)}\n`)
  return writeFile(resolve(shell.folder, out), lines.join(''))
}

interface Staging {
  /** Removed when the import ends. */
  folder: string
  limits: ImportLimits
  signal: AbortSignal
}

interface StoreOptions extends ImportDoor {
  allowHosts: readonly string[]
  signal: AbortSignal
}

async function storeSource(
  read: (staging: Staging) => Promise<ImportSource>,
  target: ImportTarget,
  options: StoreOptions,
): Promise<number> {
  const folder = await mkdtemp(join(options.temporaryFolder, 'touchpoints-import-'))
  const staging = {...options, folder}
  try {
    const source = await read(staging)
    await requireValid(source.documents, target)
    const staged = await stageAssets(source, staging)
    if (options.signal.aborted) throw new CliError('bad-input', 'Stopped. Nothing was imported.')
    return await importDocuments(staged, source.archive, target)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

async function readMarkdown(
  file: string,
  {asOf, base}: ImportRequest,
  {shell, limits}: {shell: Shell; limits: ImportLimits},
): Promise<StoredDocument[]> {
  const path = resolve(shell.folder, file)
  const {size} = await stat(path).catch(unreadable(file))
  if (size > limits.markdownBytes) {
    throw new CliError(
      'bad-input',
      `${file} has ${size} bytes, and the limit is ${limits.markdownBytes}. Split the page.`,
    )
  }
  const text = await readFile(path, 'utf8').catch(unreadable(file))
  const result = await importPage(text, {name: file, asOf, base, limits})
  printError(shell, `${reportMarkdown(result, basename(file))}\n`)
  const documents = result.documents.map(({document}) => document)
  const findings = checkDataset(documents, {now: `${asOf}T00:00:00Z`})
  if (findings.length > 0) {
    const checked = documents.length
    printError(shell, `${reportFindings(findings, {checked, colors: false})}\n`)
  }
  return documents
}
