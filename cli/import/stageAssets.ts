import {pathToFileURL} from 'node:url'
import type {FeedFetch} from '@touchpoints/calendar/fetch'
import type {StoredDocument} from '@touchpoints/schemas/rules'
import pLimit from 'p-limit'

import {referencesOf, withAssets} from './assetReferences.ts'
import {assetSource, type AssetSource} from './assetSource.ts'
import {type Download, downloadAsset} from './downloadAsset.ts'
import type {ImportLimits} from './importLimits.ts'
import type {ImportSource} from './importSource.ts'
import type {PlacedDocument} from './readNdjson.ts'
import {type Refusal, throwRefusals} from './refusal.ts'

export interface StageOptions {
  /** Connects to public addresses and to `allowHosts` only. */
  fetch: FeedFetch
  allowHosts: readonly string[]
  limits: ImportLimits
  folder: string
  signal: AbortSignal
}

/** Documents that refer only to files in the folder of this import. */
export interface StagedImport {
  documents: StoredDocument[]
  /** Every image and file, such as `image#file:///…`, also those that no document refers to. */
  assets: string[]
}

/**
 * Brings every image and file of an import into one folder before anything is stored. After this, the
 * importer reads no address and no path that a stranger wrote.
 *
 * @throws CliError that lists every reference that is refused
 */
export async function stageAssets(
  source: ImportSource,
  options: StageOptions,
): Promise<StagedImport> {
  const {limits} = options
  const rules = {allowHosts: options.allowHosts, inArchive: source.archive !== undefined}
  const uses = source.documents.flatMap((placed) =>
    referencesOf(placed.document).assets.map(({field, value}): Use => ({
      placed,
      field,
      reference: value,
      source: assetSource(value, rules),
    })),
  )
  const urls = new Set(
    uses.flatMap((use) => (use.source.kind === 'download' ? [use.source.url] : [])),
  )
  // Before the first request, so that a refused file causes none.
  throwRefusals([
    ...uses.flatMap((use) => refusalOf(use, source)),
    ...(urls.size > limits.downloads ? [tooMany(urls.size, limits.downloads)] : []),
  ])
  const downloads = await downloadAll([...urls], options)
  throwRefusals(uses.flatMap((use) => failureOf(use, downloads)))

  const staged = new Map<unknown, string>()
  const assets = new Set<string>()
  for (const {reference, source: from} of uses) {
    const path = pathOf(from, source, downloads)
    if (from.kind === 'refused' || path === undefined) continue
    staged.set(reference, `${from.type}@${pathToFileURL(path).href}`)
    assets.add(`${from.type}#${pathToFileURL(path).href}`)
  }
  for (const [name, path] of source.archive?.files ?? []) {
    const type = name.startsWith('images/') ? 'image' : 'file'
    assets.add(`${type}#${pathToFileURL(path).href}`)
  }
  const documents = source.documents.map(({document}) =>
    withAssets(document, (reference) => staged.get(reference)),
  )
  return {documents, assets: [...assets]}
}

interface Use {
  placed: PlacedDocument
  field: string
  reference: unknown
  source: AssetSource
}

async function downloadAll(
  urls: readonly string[],
  {limits, ...options}: StageOptions,
): Promise<ReadonlyMap<string, Download>> {
  const atOnce = pLimit(4)
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(limits.totalDownloadTime)])
  let left = limits.downloadBytes
  const takeBytes = (count: number) => {
    left -= count
    return left >= 0
  }
  const download = async (url: string) => {
    const result = await downloadAsset(url, {...options, limits, signal, takeBytes})
    return [url, result] as const
  }
  return new Map(await Promise.all(urls.map((url) => atOnce(() => download(url)))))
}

function refusalOf(use: Use, {archive}: ImportSource): Refusal[] {
  if (use.source.kind === 'refused') return [refusal(use, use.source.why)]
  if (use.source.kind === 'packed' && !archive?.files.has(use.source.path)) {
    return [refusal(use, 'The archive does not contain this file in images/ or files/. Add it.')]
  }
  return []
}

function failureOf(use: Use, downloads: ReadonlyMap<string, Download>): Refusal[] {
  const download = use.source.kind === 'download' ? downloads.get(use.source.url) : undefined
  return download?.kind === 'refused' ? [refusal(use, download.why)] : []
}

function refusal({placed: {document, place}, field, reference}: Use, why: string): Refusal {
  const value = typeof reference === 'string' ? reference : JSON.stringify(reference)
  return {place, what: `${document._id} ${field}: ${value}`, why}
}

function tooMany(count: number, max: number): Refusal {
  const why = `The limit is ${max}. Import an archive that contains them, or fewer documents.`
  return {place: 'All documents', what: `refer to ${count} addresses`, why}
}

function pathOf(
  from: AssetSource,
  {archive}: ImportSource,
  downloads: ReadonlyMap<string, Download>,
): string | undefined {
  if (from.kind === 'packed') return archive?.files.get(from.path)
  const download = from.kind === 'download' ? downloads.get(from.url) : undefined
  return download?.kind === 'file' ? download.path : undefined
}
