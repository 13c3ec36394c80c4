import {setImmediate} from 'node:timers/promises'
import type {StoredDocument} from '../document.ts'
import type {Store} from '../store/store.ts'
import type {DatasetName} from './datasetName.ts'

export interface DatasetCopyOptions {
  source: DatasetName
  target: DatasetName
  skipHistory: boolean
  skipContentReleases: boolean
  /** Called with the part that is done, from 0 to 1. */
  onProgress: (done: number) => void
}

/**
 * Copies the documents, the assets and, unless it is skipped, the history of a dataset into an empty one. The copy
 * is the dataset as it was at the start. The lake serves other requests meanwhile.
 */
export async function copyDataset(
  from: Store,
  to: Store,
  {source, target, skipHistory, skipContentReleases, onProgress}: DatasetCopyOptions,
) {
  const all = from.countRows()
  let done = 0
  const parts = from.readRows({
    skipHistory,
    convert: (document) => relocated(document, source, target),
    skips: (id) => skipContentReleases && isOfRelease(id),
  })
  for (const part of parts) {
    to.writeRows(part)
    done += part.rows.length
    onProgress(all === 0 ? 1 : Math.min(done / all, 1))
    await setImmediate()
  }
  to.finishCopy()
}

/** The path of an asset contains its dataset. */
function relocated(
  document: StoredDocument,
  source: DatasetName,
  target: DatasetName,
): StoredDocument {
  const {_type: type, path, url} = document
  if (type !== 'sanity.imageAsset' && type !== 'sanity.fileAsset') return document
  const move = (text: string) =>
    text.replace(
      `/${source.projectId}/${source.dataset}/`,
      `/${target.projectId}/${target.dataset}/`,
    )
  return {
    ...document,
    ...(typeof path === 'string' && {path: move(path)}),
    ...(typeof url === 'string' && {url: move(url)}),
  }
}

function isOfRelease(id: string): boolean {
  return id.startsWith('_.releases.') || id.startsWith('versions.')
}
