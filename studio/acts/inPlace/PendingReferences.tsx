import {type ReactNode, useContext, useMemo} from 'react'
import {ValidationContext} from 'sanity/_singletons'

/**
 * Shows no error for references to documents that are new: Publish publishes these too.
 *
 * Sanity reports "Referenced document must be published" for them, and has no option for it.
 */
export function PendingReferences({children}: {children: ReactNode}) {
  const markers = useContext(ValidationContext)
  const others = useMemo(() => markers.filter(({code}) => code !== pendingReferenceCode), [markers])
  return <ValidationContext value={others}>{children}</ValidationContext>
}

/** Code of the validation error for a reference to a document that is not published. */
export const pendingReferenceCode = 'reference.not-published'
