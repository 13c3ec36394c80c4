import {join, relative} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from './CliError.ts'
import {allDocuments} from './dev/allDocuments.ts'
import {openProjectLake, type ProjectLake} from './dev/openProjectLake.ts'
import {loadExtension, schemaTypesOf} from './extension.ts'
import {chunksOf} from './import/existingIds.ts'
import {hashContentAssets, readContentFiles} from './save/contentFiles.ts'
import {fetchAssets} from './save/fetchAssets.ts'
import {orderFields} from './save/orderFields.ts'
import {planSave, type SavePlan} from './save/planSave.ts'
import {assetsOf, isSaved, savedDocument} from './save/savedDocument.ts'
import {writeAll} from './save/writeAll.ts'
import {print, printError, type Shell} from './shell.ts'

export interface SaveRequest {
  /** Whether to report only, and to fail when the files are not up to date. */
  check: boolean
  /** File with the extension of the project. */
  extension: string | undefined
}

/** Runs `touchpoints save`. */
export async function save({check, extension}: SaveRequest, shell: Shell): Promise<void> {
  const lake = await openProjectLake(shell, {token: 'SANITY_API_READ_TOKEN', absent: 'fail'})
  try {
    await saveContent(lake, {check, extension}, shell)
  } finally {
    await lake.close()
  }
}

async function saveContent(
  lake: ProjectLake,
  {check, extension}: SaveRequest,
  shell: Shell,
): Promise<void> {
  const {client, address, settings} = lake
  const {contentFolder} = settings
  const stored: StoredDocument[] = []
  for await (const document of allDocuments(client)) if (isSaved(document)) stored.push(document)
  const assets = await fetchAssets(
    stored.flatMap(assetsOf),
    await hashContentAssets(contentFolder),
    {client, address},
  )
  const order = await fieldOrder(extension, shell)
  const documents = stored.map((document) => order(savedDocument(document, assets.paths)))
  const files = await readContentFiles(contentFolder)
  const written = files.flatMap((file) => file.documents.map(({_id}) => _id))
  const ids = new Set(stored.map(({_id}) => _id))
  const deleted = await deletedIds(
    written.filter((id) => !ids.has(id)),
    client,
  )
  if (stored.length === 0 && written.length > deleted.size) throw neverStarted(written.length, lake)
  const plan = planSave({documents, files, wasDeleted: (id) => deleted.has(id)})
  const changes = new Map<string, string | Uint8Array | null>([
    ...assets.missing,
    ...plan.texts,
    ...plan.obsolete.map((name) => [name, null] as const),
  ])
  const shown = (name: string) => join(relative(shell.folder, contentFolder), name)
  reportUnknown(plan, shell)
  for (const [name, content] of changes)
    print(shell, `  ${content === null ? '-' : '~'} ${shown(name)}`)
  if (changes.size === 0) {
    return print(shell, `${shown('')} has every published document: ${documents.length}.`)
  }
  if (check) {
    printError(shell, `${shown('')} is not up to date. Run \`touchpoints save\`.`)
    return shell.fail()
  }
  await writeAll(new Map([...changes].map(([name, each]) => [join(contentFolder, name), each])))
  print(shell, `Saved ${documents.length} published documents to ${shown('')}.`)
}

function neverStarted(written: number, {settings, address}: ProjectLake): CliError {
  const {contentFolder, dataFolder} = settings
  const where = address === undefined ? 'The dataset' : `The Content Lake of ${dataFolder}`
  const message = `${where} has no published document, and ${contentFolder} has ${written}. Nothing was changed. Start the project once with \`npm start\`, which imports them, or import them with \`touchpoints import\`.`
  return new CliError('unreachable', message)
}

/** Returns a function that orders the fields of a document as the schema of the project does. */
async function fieldOrder(
  extension: string | undefined,
  shell: Shell,
): Promise<(value: unknown) => StoredDocument> {
  const types = await schemaTypesOf(await loadExtension(extension, shell))
  const schema = Schema.compile({name: 'save', types: [...builtinTypes, ...types]})
  return (value) => Object(orderFields(value, undefined, (name) => schema.get(name)))
}

/** Returns which of the documents the Content Lake had. Without a history, none. */
async function deletedIds(
  ids: readonly string[],
  client: SanityClient,
): Promise<ReadonlySet<string>> {
  const {dataset = ''} = client.config()
  const known = new Set<string>()
  for (const part of chunksOf(ids)) {
    const url = `/data/history/${dataset}/documents/${part.join(',')}?lastRevision=true`
    const {documents} = await client
      .request<{documents: {_id: string}[]}>({url})
      .catch(() => ({documents: []}))
    for (const {_id} of documents) known.add(_id)
  }
  return known
}

function reportUnknown({unknown}: SavePlan, shell: Shell) {
  if (unknown.length === 0) return
  const some = unknown.slice(0, 5).join(', ')
  const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''
  printError(
    shell,
    `Kept, because they are in the files and were never in the Content Lake: ${some}${more}. Import them with \`touchpoints import\`, or remove their lines.`,
  )
}
