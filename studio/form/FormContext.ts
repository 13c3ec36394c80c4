import {createContext, useCallback, useContext, useSyncExternalStore} from 'react'
import type {Path} from 'sanity'

import {createFormVisits, type FormVisits} from './formVisits.ts'

const revealed = createFormVisits()
revealed.revealAll()

/** The visits of the open form. Outside of a form, everything is shown. */
export const FormContext = createContext<FormVisits>(revealed)

/** Returns whether what is missing in a field is shown as an error. Renders again only when that changes. */
export function useIsRevealed(path: Path): boolean {
  const visits = useContext(FormContext)
  return useSyncExternalStore(
    visits.subscribe,
    useCallback(() => visits.isRevealed(path), [visits, path]),
  )
}

/** Returns the visits of the open form. Renders again with each visit, for an input that shows several fields. */
export function useFormVisits(): FormVisits {
  const visits = useContext(FormContext)
  useSyncExternalStore(visits.subscribe, visits.changes)
  return visits
}
