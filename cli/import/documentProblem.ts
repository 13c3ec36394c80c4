import type {StoredDocument} from '@touchpoints/schemas/rules'

const idPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/
const maxIdLength = 128
const assetTypes = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/**
 * Returns why a document of a file is not imported, or undefined.
 *
 * System documents grant access: roles, and the secrets that open a preview of drafts. Only the Content
 * Lake and the Studio write them. Releases are content, and the importer passes them to the Content Lake.
 *
 * @param isOwnAsset - whether an address is of the target Content Lake, which has the asset then
 */
export function documentProblem(
  document: StoredDocument,
  isOwnAsset: (url: unknown) => boolean,
): string | undefined {
  const {_id: id, _type: type} = document
  if (!idPattern.test(id) || id.length > maxIdLength || id.includes('..') || id.endsWith('.')) {
    return `Its _id is not valid. Use at most ${maxIdLength} of a-z, A-Z, 0-9, _, - and single dots.`
  }
  if (isRelease(document)) return undefined
  if (id.startsWith('_.') || (/^(?:sanity|system)\./.test(type) && !assetTypes.has(type))) {
    return 'It is a system document, which only the Content Lake and the Studio write. Delete the line.'
  }
  if (assetTypes.has(type) && !isOwnAsset(document['url'])) {
    return 'It describes an image or file that this Content Lake does not have. Export an archive with assets instead (without --raw).'
  }
  return undefined
}

function isRelease({_id, _type}: StoredDocument): boolean {
  return _type === 'system.release' && _id.startsWith('_.releases.')
}
