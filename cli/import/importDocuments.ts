import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {ArchivedAssets, AssetAttributes} from './importSource.ts'
import {ownAssets} from './ownAssets.ts'
import type {StagedImport} from './stageAssets.ts'
import {uploadedAssets} from './uploadedAssets.ts'

export type Operation = 'create' | 'createIfNotExists' | 'createOrReplace'

export interface ImportTarget {
  client: SanityClient
  operation: Operation
  log: (line: string) => void
}

/**
 * Stores documents and their assets with the hosted service's own importer. Returns the number of documents.
 *
 * Uploads the assets first: the importer alone would store the documents before it learns that the Content
 * Lake rejects an image. Removes the uploaded assets again when that fails.
 *
 * @throws CliError when the Content Lake rejects an asset or a document
 */
export async function importDocuments(
  {documents, assets}: StagedImport,
  archive: ArchivedAssets | undefined,
  target: ImportTarget,
): Promise<number> {
  const attributes = archive?.attributes ?? {}
  if (assets.length > 0) {
    const uploads = await uploadedAssets(assets, target.client)
    await run([], {attributes, assets}, target).catch(async (error: unknown) => {
      const remaining = await uploads.removeNew().catch(reasonOf)
      const state =
        remaining === undefined
          ? 'Nothing was imported.'
          : `No document was imported. Uploaded assets could not be removed (${remaining}).`
      throw failure(`An image or a file was rejected (${reasonOf(error)}). ${state}`, error)
    })
  }
  return run(documents, {attributes, assets: []}, target).catch((error: unknown) => {
    const message = `The import failed (${reasonOf(error)}). Some documents may be imported already. Fix the cause and run it again with --missing or --replace.`
    throw failure(message, error)
  })
}

interface Assets {
  attributes: Readonly<Record<string, AssetAttributes>>
  assets: string[]
}

async function run(
  documents: StoredDocument[],
  {attributes, assets}: Assets,
  {client, operation, log}: ImportTarget,
): Promise<number> {
  let step = ''
  const isOwnAsset = ownAssets(client)
  const {numDocs, warnings} = await sanityImport(documents, {
    client,
    operation,
    onProgress: (event) => {
      if (event.step !== step) log(`  ${event.step}`)
      step = event.step
    },
    assetMap: attributes,
    unreferencedAssets: assets,
    // Two at a time, because each is read into memory.
    assetConcurrency: 2,
    // The importer asks whether an asset that the Content Lake lists is still there. Nothing else is fetched.
    assetFetch: (url, init) =>
      isOwnAsset(url)
        ? fetch(url, {...init, redirect: 'error'})
        : Promise.reject(new Error(`${url} is not an address of this Content Lake`)),
    allowAssetsInDifferentDataset: false,
    allowSystemDocuments: false,
    releasesOperation: 'fail',
    replaceAssets: false,
    skipCrossDatasetReferences: false,
    tag: 'touchpoints.import',
  })
  warnings.forEach(({message}) => log(`  ! ${message}`))
  return numDocs
}

function failure(message: string, cause: unknown): CliError {
  return new CliError('bad-input', message, {cause})
}
