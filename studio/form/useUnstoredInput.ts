import {createContext, useContext, useEffect} from 'react'

import {unstoredInput} from './unstoredInput.ts'

/** Published id of the document of the open form. Empty outside of a form, where nothing is published. */
export const FormDocument = createContext('')

/**
 * Keeps the document of this form from being published while a control has text that is not stored.
 *
 * @param control - id of the control in the page
 * @param reason - a sentence for an editor, or undefined if everything is stored
 */
export function useUnstoredInput(control: string, reason: string | undefined): void {
  const id = useContext(FormDocument)
  useEffect(() => {
    if (id === '') return undefined
    unstoredInput.report(id, control, reason)
    return () => unstoredInput.report(id, control, undefined)
  }, [id, control, reason])
}
