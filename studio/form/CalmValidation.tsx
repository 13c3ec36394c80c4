import {type ReactNode, useContext, useMemo, useSyncExternalStore} from 'react'
import {ValidationContext} from 'sanity/_singletons'

import {required} from './fieldMessages.ts'
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
      markers.filter(({level, path, message}) => {
        if (level !== 'error') return true
        // A marker can be older than the value that has just been entered.
        if (!isBlankValue(valueAt(document, path))) return !required.test(message)
        return visits.isRevealed(path)
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the visits change without a new object
    [markers, document, visits, changes],
  )
  return <ValidationContext value={calm}>{children}</ValidationContext>
}
