import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {publishedId, textOf} from '@touchpoints/schemas/reading'
import {
  type DocumentInspector,
  type DocumentInspectorsResolver,
  useEditState,
  useValidationStatus,
  type ValidationMarker,
} from 'sanity'

import {useNewDocuments} from '../acts/useNewDocuments.ts'
import {isPendingReference} from './pendingReferences.ts'
import {publishAttempts} from './publishAttempts.ts'

const wrapped = new WeakMap<DocumentInspector, DocumentInspector>()

/**
 * Keeps the icon of the list of problems neutral in a document that was never published, until someone tries to.
 * References to new documents are no problems.
 */
export const calmInspectors: DocumentInspectorsResolver = (inspectors) =>
  inspectors.map((inspector) => {
    if (inspector.name !== 'sanity/structure/validation') return inspector
    const known = wrapped.get(inspector) ?? calm(inspector)
    wrapped.set(inspector, known)
    return known
  })

function calm(inspector: DocumentInspector): DocumentInspector {
  const {useMenuItem} = inspector
  if (!useMenuItem) return inspector
  return {
    ...inspector,
    useMenuItem: (props) => {
      const item = useMenuItem(props)
      const id = publishedId(props.documentId)
      const {draft, published} = useEditState(id, props.documentType)
      const news = useNewDocuments(draft)
      const own = textOf(draft?._id) ?? props.documentId
      const {validation} = useValidationStatus(own, props.documentType, true)
      const isPending = (marker: ValidationMarker) => isPendingReference(marker, draft, news)
      const isOnlyPending =
        validation.some(isPending) &&
        validation.every((marker) => marker.level !== 'error' || isPending(marker))
      const isUntried = published === null && !publishAttempts.has(id)
      if (item.tone !== 'critical' || !(isOnlyPending || isUntried)) return item
      return {...item, icon: InfoOutlineIcon, tone: 'default'}
    },
  }
}
