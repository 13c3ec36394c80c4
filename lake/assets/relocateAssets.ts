import type {StoredDocument} from '../document.ts'
import {isLoopbackOrigin} from '../http/guard.ts'
import type {Dataset} from '../query/dataset.ts'

const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset'] as const

/**
 * Lets every asset's `url` name where it is reached now, instead of where it was uploaded: a lake may
 * listen on another port since. In memory alone: for clients nothing was edited. An asset that was
 * uploaded under a name of its own (`allowedHosts`) keeps that, as the name stays when the port behind
 * it changes.
 *
 * @param address where the lake is served, such as `http://localhost:3900`
 */
export function relocateAssets(dataset: Dataset, address: string) {
  const assets = assetTypes.flatMap((type) => dataset.raw.byType(type))
  for (const asset of assets) {
    const moved = relocated(asset, address)
    if (moved) dataset.set(asset._id, moved)
  }
}

function relocated(asset: StoredDocument, address: string): StoredDocument | undefined {
  const {url, path} = asset
  if (typeof url !== 'string' || typeof path !== 'string' || !isLoopbackOrigin(url)) {
    return undefined
  }
  const here = `${address}/${path}`
  return url === here ? undefined : {...asset, url: here}
}
