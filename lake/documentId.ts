const draftPrefix = 'drafts.'
const versionPrefix = 'versions.'

/** The variant of a document that an id names: the published document, its draft, or its version in a release. */
export type DocumentVariant =
  | {kind: 'published'; publishedId: string}
  | {kind: 'draft'; publishedId: string}
  | {kind: 'version'; publishedId: string; release: string}

/**
 * Parses a document id.
 *
 * @example
 * variantOf('drafts.guest-ada') // {kind: 'draft', publishedId: 'guest-ada'}
 * variantOf('versions.rSpring.guest-ada') // {kind: 'version', release: 'rSpring', publishedId: 'guest-ada'}
 */
export function variantOf(id: string): DocumentVariant {
  if (id.startsWith(draftPrefix)) {
    return {kind: 'draft', publishedId: id.slice(draftPrefix.length)}
  }
  if (!id.startsWith(versionPrefix)) return {kind: 'published', publishedId: id}
  const dot = id.indexOf('.', versionPrefix.length)
  if (dot === -1) return {kind: 'published', publishedId: id}
  return {
    kind: 'version',
    release: id.slice(versionPrefix.length, dot),
    publishedId: id.slice(dot + 1),
  }
}

export function publishedIdOf(id: string): string {
  return variantOf(id).publishedId
}

export function draftIdOf(id: string): string {
  return draftPrefix + publishedIdOf(id)
}

const releasePrefix = '_.releases.'

/** Returns the id of a release's document. */
export function releaseDocumentId(name: string): string {
  return releasePrefix + name
}

export function isReleaseDocumentId(id: string): boolean {
  return id.startsWith(releasePrefix)
}

/** The hosted service's limit for an id, including its prefix. */
const maxIdLength = 128
const idPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

/**
 * Returns why an id is invalid, or undefined if it is valid.
 * https://www.sanity.io/docs/content-lake/ids
 */
export function invalidIdReason(id: string): string | undefined {
  if (id.length > maxIdLength) return `is longer than ${maxIdLength} characters`
  if (!idPattern.test(id)) {
    return 'can contain only a-z, A-Z, 0-9, _, - and ., and cannot start with - or .'
  }
  if (id.includes('..') || id.endsWith('.')) return 'cannot contain an empty path segment'
  return undefined
}
