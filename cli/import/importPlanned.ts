import {resolve} from 'node:path'
import type {FeedFetch} from '@touchpoints/calendar/fetch'
import type {PlannedDocument} from '@touchpoints/importers/plan'
import {publishedId, type StoredDocument, textOf} from '@touchpoints/schemas/reading'

import {fetchDocuments} from '../check/fetchDocuments.ts'
import {reportFindings} from '../check/reportFindings.ts'
import {contentLakeClient} from '../contentLakeClient.ts'
import {type LoadedExtension, loadExtension, schemaTypesOf} from '../extension.ts'
import {reasonOf} from '../reasonOf.ts'
import {hasColors, print, printError, type Shell} from '../shell.ts'
import type {ImportLimits} from './importLimits.ts'
import {checkDocuments, formatErrors} from './plan/checkDocuments.ts'
import {type StoredVersions, versionsById} from './plan/differences.ts'
import type {ImportedPlan} from './plan/importedPlan.ts'
import {makePlan} from './plan/makePlan.ts'
import {planText, readPlan} from './plan/planFile.ts'
import {readSourceFiles} from './plan/readSource.ts'
import {planWords} from './plan/planWords.ts'
import {reportPlan, reportSettled} from './plan/reportPlan.ts'
import {
  acceptClear,
  type DraftWrite,
  type SettledPlan,
  settlePlan,
  withoutMissing,
} from './plan/settlePlan.ts'
import {storeDrafts} from './plan/storeDrafts.ts'
import {requireNewFile, type ResultFileOptions, writeResult} from './resultFile.ts'
import type {Prompts} from './review/prompts.ts'
import {reviewPlan} from './review/reviewPlan.ts'
import {siteZone} from './source/siteZone.ts'
import type {SourceKind} from './source/sourceKind.ts'

export interface PlannedRequest {
  source:
    | {name: string; kind: Exclude<SourceKind, {kind: 'documents' | 'archive'}>}
    | {planFile: string}
  /** Date of the import, `YYYY-MM-DD`. */
  asOf: string
  base: string | undefined
  allowHosts: readonly string[]
  extension: string | undefined
  /** What to do with the plan. */
  next:
    | {kind: 'review'}
    /** Accept what has no open question. */
    | {kind: 'accept'}
    | {kind: 'print'}
    | {kind: 'write'; file: string}
  /** An NDJSON file to write instead of drafts. */
  out: string | undefined
  /** Whether an existing file of a plan or of documents is overwritten. */
  force: boolean
}

export interface PlannedDoor {
  fetch: FeedFetch
  limits: ImportLimits
  temporaryFolder: string
  /** Asks a person. Undefined without a terminal. */
  prompts: Prompts | undefined
  signal: AbortSignal
}

/** Plans an import, prints the plan, has it reviewed, and stores what was accepted as drafts. */
export async function importPlanned(
  request: PlannedRequest,
  shell: Shell,
  door: PlannedDoor,
): Promise<void> {
  const {next, out, force} = request
  const {folder} = shell
  const planFile = {folder, force, option: '--plan'} satisfies ResultFileOptions
  const outFile = {folder, force, option: '--out'} satisfies ResultFileOptions
  if (next.kind === 'write') await requireNewFile(next.file, planFile)
  else if (next.kind !== 'print' && out !== undefined) await requireNewFile(out, outFile)
  const loaded = await loadExtension(request.extension, shell)
  const isStored = next.kind !== 'print' && next.kind !== 'write' && out === undefined
  const lake = await readLake(loaded, shell, isStored)
  const plan = await planOf(request, shell, {...door, homeZone: homeZoneOf(lake.versions)})
  const words = planWords(plan, lake.versions, await schemaTypesOf(loaded))
  print(shell, reportPlan(plan, words))
  if (next.kind === 'write') {
    await writeResult(next.file, planText(plan), planFile)
    return print(
      shell,
      `
Nothing was stored. ${editPlan(next.file)}`,
    )
  }
  if (plan.documents.length === 0) {
    printError(
      shell,
      '\nNo document could be read, so nothing was stored. The list above says why.',
    )
    return shell.fail()
  }
  const review =
    next.kind === 'review' && door.prompts
      ? await reviewPlan(plan, lake.versions, {prompts: door.prompts, words})
      : acceptClear
  if (!review) return print(shell, '\nStopped. Nothing was stored.')
  const settled = settlePlan(plan, review, lake.versions)
  const checked = await checkSettled(settled, lake, {loaded, asOf: request.asOf})
  for (const text of reportSettled(checked.settled, words)) print(shell, `\n${text}`)
  if (checked.findings.length > 0) {
    const options = {checked: checked.settled.writes.length, colors: hasColors(shell)}
    printError(shell, `\n${reportFindings(checked.findings, options)}`)
  }
  if (checked.refused > 0) shell.fail()
  if (lake.failure !== undefined)
    print(shell, `\nNot compared with the Content Lake (${lake.failure})`)
  const {writes, leftOut} = checked.settled
  if (next.kind === 'accept' && leftOut.some(({isOpen}) => isOpen)) {
    const how = 'Answer the open questions in a terminal without --yes, or in the file of --plan.'
    print(shell, `\n${how}`)
  }
  if (next.kind === 'print') return print(shell, '\nNothing was stored: --dry-run.')
  if (out !== undefined) {
    const lines = writes.map(({planned}) => `${JSON.stringify(planned.document)}\n`)
    await writeResult(out, lines.join(''), outFile)
    return print(shell, `\n${writes.length} documents written to ${out}.`)
  }
  if (next.kind === 'review' && !door.prompts) return print(shell, howToGoOn(request))
  if (writes.length === 0) return print(shell, '\nNothing to do.')
  const count = await storeDrafts(writes, {client: lake.client, stored: lake.versions})
  const drafts = count === 1 ? '1 draft' : `${count} drafts`
  return print(
    shell,
    `\n${drafts} stored. Review them in the Studio, in the overview under “Not published”.`,
  )
}

function editPlan(file: string): string {
  return `The plan is in ${file}. Edit it, and run \`touchpoints import --from-plan ${file}\`.`
}

function howToGoOn({source}: PlannedRequest): string {
  const name = 'planFile' in source ? `--from-plan ${source.planFile}` : source.name
  return `
Nothing was stored, because this is not a terminal. Run one of these:
  touchpoints import ${name} --yes             accept what has no open question
  touchpoints import ${name} --plan plan.json  write the plan to a file, to edit it
  touchpoints import ${name}                   in a terminal, to review the plan`
}

interface LakeContent {
  client: ReturnType<typeof contentLakeClient>
  versions: ReadonlyMap<string, StoredVersions>
  /** Why the Content Lake could not be read. Only when nothing is stored. */
  failure?: string
}

async function readLake(
  loaded: LoadedExtension | undefined,
  shell: Shell,
  isNeeded: boolean,
): Promise<LakeContent> {
  const client = contentLakeClient(shell, 'SANITY_API_WRITE_TOKEN')
  const added = Object.keys(loaded?.extension.documents ?? {})
  try {
    return {client, versions: versionsById(await fetchDocuments(client, 'raw', added))}
  } catch (error) {
    if (isNeeded) throw error
    return {client, versions: new Map(), failure: reasonOf(error)}
  }
}

function homeZoneOf(versions: LakeContent['versions']): string | undefined {
  const {draft, published} = versions.get('community') ?? {}
  return textOf((draft ?? published)?.['timeZone'])
}

async function planOf(
  {source, asOf, base, allowHosts}: PlannedRequest,
  shell: Shell,
  door: PlannedDoor & {homeZone: string | undefined},
): Promise<ImportedPlan> {
  const {limits, homeZone, signal} = door
  if ('planFile' in source) {
    return readPlan(resolve(shell.folder, source.planFile), source.planFile, limits)
  }
  const {name, kind} = source
  const options = {...door, name, base, allowHosts, env: shell.env}
  const collected = await readSourceFiles(kind, options)
  const offered = homeZone ?? siteZone(collected.files)
  const {plan, unread} = await makePlan(collected.files, {
    asOf,
    limits,
    signal,
    ...(offered !== undefined && {homeZone: offered}),
  })
  const refused = collected.refused.map(({path, why}) => ({
    place: {file: path, line: 1},
    text: path,
    reason: why,
  }))
  const others = new Map(collected.others)
  return {
    ...plan,
    leftovers: [...plan.leftovers, ...refused],
    others: Object.fromEntries(others),
    notes: [...unreadNote(unread), ...collected.notes],
  }
}

const namedFiles = 20

/** Names the text files that no reader accepts: one of them may be the list that someone looks for. */
function unreadNote(paths: readonly string[]): string[] {
  if (paths.length === 0) return []
  const count = paths.length === 1 ? '1 text file' : `${paths.length} text files`
  const more = paths.length - namedFiles
  const listed = paths.slice(0, namedFiles).join(', ')
  return [
    `Not read, because no reader knows what is in it: ${count}: ${listed}${more > 0 ? ` and ${more} more` : ''}.`,
  ]
}

interface CheckedPlan {
  settled: SettledPlan
  findings: Awaited<ReturnType<typeof checkDocuments>>['findings']
  /** Number of documents with an error in a format. */
  refused: number
}

/** Checks what would be stored. A document with an error in a format is left out, with its file and line. */
async function checkSettled(
  settled: SettledPlan,
  {versions}: LakeContent,
  {loaded, asOf}: {loaded: LoadedExtension | undefined; asOf: string},
): Promise<CheckedPlan> {
  const {extension = {}} = loaded ?? {}
  const types = await schemaTypesOf(loaded)
  const stored = [...versions.values()].flatMap(({draft, published}) => draft ?? published ?? [])
  const now = `${asOf}T00:00:00Z`
  const {refused, findings} = await checkDocuments(settled.writes.map(afterWrite), {
    stored,
    types,
    extension,
    now,
  })
  const invalid = settled.writes.flatMap(({planned}) => {
    const errors = refused.get(planned.document._id)
    return errors ? [{planned, why: `It is not valid: ${formatErrors(errors)}`}] : []
  })
  const isValid = (planned: PlannedDocument) => invalid.every((each) => each.planned !== planned)
  const valid = settled.writes.map(({planned}) => planned).filter(isValid)
  const {kept, leftOut} = withoutMissing(valid, new Set(versions.keys()))
  const writes = settled.writes.filter(({planned}) => kept.includes(planned))
  const ids = new Set(writes.map(({planned}) => planned.document._id))
  return {
    settled: {...settled, writes, leftOut: [...settled.leftOut, ...invalid, ...leftOut]},
    findings: findings.filter(({documentId}) => ids.has(publishedId(documentId))),
    refused: invalid.length,
  }
}

function afterWrite(write: DraftWrite): StoredDocument {
  const {document} = write.planned
  if (write.kind === 'create') return document
  const taken = write.fields.map((field) => [field, document[field]] as const)
  const {_id, _type} = document
  return {...write.base, ...Object.fromEntries(taken), _id, _type}
}
