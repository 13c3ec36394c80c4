import {createHash} from 'node:crypto'

import {CliError} from '../CliError.ts'
import type {ProjectLake} from '../dev/openProjectLake.ts'
import {chunksOf} from '../import/existingIds.ts'
import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'

interface Asset {
  _id: string
  sha1hash: string | null
  originalFilename: string | null
  extension: string | null
  url: string | null
  path: string | null
}

export interface SavedAssets {
  /** The file of each asset, such as `images/logo.png`. */
  paths: Map<string, string>
  /** Bytes of the files that are not there yet. */
  missing: Map<string, Uint8Array>
}

/**
 * Finds or downloads the files of assets. A file with the same bytes keeps its name.
 *
 * @param existing - files by the SHA-1 of their bytes
 * @throws CliError when an asset can't be read, because a document without its image would be saved otherwise
 */
export async function fetchAssets(
  ids: readonly string[],
  existing: ReadonlyMap<string, string>,
  {client, address}: Pick<ProjectLake, 'client' | 'address'>,
): Promise<SavedAssets> {
  const paths = new Map<string, string>()
  const missing = new Map<string, Uint8Array>()
  const taken = new Set(existing.values())
  const found: Asset[] = []
  for (const values of chunksOf([...new Set(ids)])) {
    const query = '*[_id in $values]{_id, sha1hash, originalFilename, extension, url, path}'
    const assets = client.fetch<Asset[]>(query, {values}, {perspective: 'raw'})
    for (const asset of await assets.catch(unreachable)) found.push(asset)
  }
  // Sorted, so that two assets with one name get the same two names each time.
  for (const asset of found.toSorted((a, b) => (a._id < b._id ? -1 : 1))) {
    const known = existing.get(asset.sha1hash ?? '')
    if (known !== undefined) {
      paths.set(asset._id, known)
      continue
    }
    const path = newPath(asset, taken)
    taken.add(path)
    paths.set(asset._id, path)
    // The `url` of a lake behind a proxy leads to a login.
    const url = address === undefined ? asset.url : `${address}/${asset.path}`
    missing.set(path, await download({...asset, url}))
  }
  return {paths, missing}
}

/** Returns a name of plain letters, which needs no escapes in an address and exists on every system. */
function newPath({_id, originalFilename, extension}: Asset, taken: ReadonlySet<string>): string {
  const kind = _id.startsWith('image-') ? 'images' : 'files'
  const [, hash = ''] = _id.split('-')
  const type = (extension ?? _id.split('-').at(-1) ?? 'bin').toLowerCase()
  const stem = (originalFilename ?? '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
  const plain = `${kind}/${stem}.${type}`
  if (stem !== '' && !taken.has(plain)) return plain
  return `${kind}/${stem === '' ? '' : `${stem}-`}${hash.slice(0, 12)}.${type}`
}

async function download({_id, url, sha1hash}: Asset): Promise<Uint8Array> {
  try {
    const response = await fetch(url ?? '', {signal: AbortSignal.timeout(60_000)})
    if (!response.ok) throw new Error(`status ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const hash = createHash('sha1').update(bytes).digest('hex')
    if (sha1hash && hash !== sha1hash) throw new Error('its bytes are not those that were uploaded')
    return bytes
  } catch (error) {
    const message = `Could not read the asset ${_id} (${reasonOf(error)}). Nothing was saved. Run it again.`
    throw new CliError('unreachable', message, {cause: error})
  }
}
