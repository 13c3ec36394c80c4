import type {StoredDocument} from '../document.ts'
import {isLoopbackOrigin} from '../http/guard.ts'
import type {Dataset} from '../query/dataset.ts'

const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset'] as const

/**
 * Updates the `url` of every asset to the lake's current address, which may have another port than
 * at the time of the upload.
 *
 * The change is in memory only, so clients see no edit. An asset that was uploaded under another host
 * name (`allowedHosts`) keeps its URL, because that name does not depend on the port.
 *
 * @param address the address of the lake, such as `http://localhost:3900`
 * @returns the documents that it changed
 */
export function relocateAssets(dataset: Dataset, address: string): MovedAsset[] {
  const moved = assetTypes
    .flatMap((type) => dataset.raw.byType(type))
    .flatMap((asset) => relocated(asset, address) ?? [])
  for (const {documentId, after} of moved) dataset.set(documentId, after)
  return moved
}

interface MovedAsset {
  documentId: string
  after: StoredDocument
}

function relocated(asset: StoredDocument, address: string): MovedAsset | undefined {
  const {url, path} = asset
  if (typeof url !== 'string' || typeof path !== 'string' || !isLoopbackOrigin(url)) {
    return undefined
  }
  const current = `${address}/${path}`
  return url === current ? undefined : {documentId: asset._id, after: {...asset, url: current}}
}
