import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {publishedId} from '@touchpoints/schemas/reading'
import {type DocumentInspector, type DocumentInspectorsResolver, useEditState} from 'sanity'

import {publishAttempts} from './publishAttempts.ts'

const wrapped = new WeakMap<DocumentInspector, DocumentInspector>()

/** Keeps the icon of the list of problems neutral in a document that was never published, until someone tries to. */
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
      const isNew = useEditState(id, props.documentType).published === null
      if (!isNew || publishAttempts.has(id) || item.tone !== 'critical') return item
      return {...item, icon: InfoOutlineIcon, tone: 'default'}
    },
  }
}
