import type {DocumentActionProps} from 'sanity'

/** Whether a release is looked at that the document is not in: there is nothing there to change. */
export function isNotInRelease({
  scopeId,
  version,
}: Pick<DocumentActionProps, 'scopeId' | 'version'>): boolean {
  return scopeId !== undefined && !version
}
