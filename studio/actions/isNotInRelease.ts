import type {DocumentActionProps} from 'sanity'

/** Returns whether the selected release doesn't contain the document, so that actions can't change it. */
export function isNotInRelease({
  scopeId,
  version,
}: Pick<DocumentActionProps, 'scopeId' | 'version'>): boolean {
  return scopeId !== undefined && !version
}
