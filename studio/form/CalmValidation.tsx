import {type ReactNode, useContext, useMemo, useSyncExternalStore} from 'react'
import {ValidationContext} from 'sanity/_singletons'

import type {FormVisits} from './formVisits.ts'
import {isBlankValue} from './isBlankValue.ts'
import {valueAt} from './valueAt.ts'

interface CalmValidationProps {
  visits: FormVisits
  document: unknown
  children: ReactNode
}

/**
 * Takes what is missing in fields that nobody has visited out of the markers for tabs and items of lists. Sanity
 * has no public way to change them: its tabs read this context.
 */
export function CalmValidation({visits, document, children}: CalmValidationProps) {
  const markers = useContext(ValidationContext)
  const changes = useSyncExternalStore(visits.subscribe, visits.changes)
  const calm = useMemo(
    () =>
      markers.filter(
        ({level, path}) =>
          level !== 'error' || visits.isRevealed(path) || !isBlankValue(valueAt(document, path)),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the visits change without a new object
    [markers, document, visits, changes],
  )
  return <ValidationContext value={calm}>{children}</ValidationContext>
}
