import {tmpdir} from 'node:os'
import {resolve} from 'node:path'
import {type FeedFetch, guardedFetch} from '@touchpoints/calendar/fetch'

import {CliError} from './CliError.ts'
import {readDocuments} from './check/readDocuments.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import type {Operation} from './import/importDocuments.ts'
import {defaultImportLimits, type ImportLimits} from './import/importLimits.ts'
import {importPlanned, type PlannedRequest} from './import/importPlanned.ts'
import {readArchive} from './import/readArchive.ts'
import {unreadable} from './import/readNdjson.ts'
import type {Prompts} from './import/review/prompts.ts'
import {sourceKind} from './import/source/sourceKind.ts'
import {type Staging, storeDocuments} from './import/storeDocuments.ts'
import type {ImportSource} from './import/importSource.ts'
import {print, printError, type Shell} from './shell.ts'

export interface ImportRequest extends Omit<PlannedRequest, 'source'> {
  /** Several only for NDJSON. Empty with `fromPlan`. */
  sources: readonly string[]
  /** For NDJSON and archives. Undefined when no flag was given. */
  operation: Exclude<Operation, 'create'> | undefined
  /** An edited plan to store. */
  fromPlan: string | undefined
}

/** What an import reads with, how much, and where it keeps files until they are stored. */
export interface ImportDoor {
  fetch: FeedFetch
  limits: ImportLimits
  temporaryFolder: string
  /** Asks a person about a plan. */
  prompts: Prompts
}

/**
 * Runs `touchpoints import`.
 *
 * @param door - defaults to a fetch that connects to public addresses, the default limits, the system's
 *   folder for temporary files, and questions in the terminal, if there is one
 */
export async function importSources(
  request: ImportRequest,
  shell: Shell,
  {
    fetch = guardedFetch({allowHosts: request.allowHosts}),
    limits = defaultImportLimits,
    temporaryFolder = tmpdir(),
    prompts,
  }: Partial<ImportDoor> = {},
): Promise<void> {
  const {sources, operation, fromPlan} = request
  const [name = '', ...others] = sources
  const door = {fetch, limits, temporaryFolder, signal: shell.stopSignal()}
  const asking = {...door, prompts: prompts ?? (await terminalPrompts(request, shell))}
  if (fromPlan !== undefined) {
    return importPlanned({...request, source: {planFile: fromPlan}}, shell, asking)
  }
  const kinds = await Promise.all(sources.map((source) => sourceKind(source, shell.folder)))
  const [kind = {kind: 'documents'}] = kinds
  if (others.length > 0 && kinds.some((each) => each.kind !== 'documents')) {
    const message = 'Several sources at once must be NDJSON. Import any other source on its own.'
    throw new CliError('usage', message)
  }
  if (kind.kind !== 'documents' && kind.kind !== 'archive') {
    if (operation !== undefined) throw noFlags(name)
    return importPlanned({...request, source: {name, kind}}, shell, asking)
  }
  const log = (line: string) => printError(shell, line)
  const read = (staging: Staging): Promise<ImportSource> =>
    kind.kind === 'archive'
      ? readWithoutComments(name, {...staging, log}, shell.folder)
      : readDocuments(sources, shell.folder).then((documents) => ({documents}))
  const client = contentLakeClient(shell, 'SANITY_API_WRITE_TOKEN')
  const {stored, kept} = await storeDocuments(
    read,
    {client, operation: operation ?? 'create', log},
    {...request, ...door, shell, now: `${request.asOf}T00:00:00Z`},
  )
  print(shell, `${countOf(stored)} imported.${kept > 0 ? ` ${countOf(kept)} kept.` : ''}`)
}

async function readWithoutComments(
  name: string,
  options: Parameters<typeof readArchive>[1],
  folder: string,
): Promise<ImportSource> {
  const source = await readArchive(resolve(folder, name), options).catch(unreadable(name))
  if (source.comments !== undefined) {
    options.log(
      `  ! ${name} has comments and tasks, which an import leaves out. \`touchpoints restore\` brings them back.`,
    )
  }
  return source
}

/** Loaded only for a review. A person needs a terminal for input and output. */
async function terminalPrompts({next}: ImportRequest, shell: Shell): Promise<Prompts | undefined> {
  const isTerminal = shell.isTerminal.output && globalThis.process.stdin.isTTY
  if (next.kind !== 'review' || !isTerminal) return undefined
  const {clackPrompts} = await import('./import/review/clackPrompts.ts')
  return clackPrompts
}

function noFlags(name: string): CliError {
  return new CliError(
    'usage',
    `--missing and --replace are for NDJSON and archives. ${name} is planned first, and never replaces a document unasked.`,
  )
}

function countOf(number: number): string {
  return `${number} ${number === 1 ? 'document' : 'documents'}`
}
