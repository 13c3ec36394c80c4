import type {ArrayOfObjectsInputProps} from 'sanity'

import {AddGuestFunctions} from './AddGuestFunctions.tsx'

/** The guests of a session, with one dialog that adds a new or an existing person. */
export function GuestsInput(props: ArrayOfObjectsInputProps) {
  return props.renderDefault({...props, arrayFunctions: AddGuestFunctions})
}
