import {withholdAdded} from '../audience/withholdByView.ts'
import type {AddedFields} from './addedFieldsPort.ts'
import {addedPlaces, detachAdded, withStoredAdded} from './addedPlaces.ts'

export {viewsWith} from './views.ts'

/** Handles added fields in the results of a loader with an extension. */
export const addedFields: AddedFields = (view) => {
  const places = addedPlaces(view)
  if (!places) return undefined
  return {
    withheld: (item) => {
      // A client can return one result to two callers, so only a copy is changed.
      const copy: unknown = structuredClone(item)
      withholdAdded(copy, places)
      return copy
    },
    detach: (value) => detachAdded(value, places),
    stored: (value, source) => withStoredAdded(value, source, places),
  }
}
