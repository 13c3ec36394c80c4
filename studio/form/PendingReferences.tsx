import {createContext, type ReactNode, useContext, useMemo} from 'react'
import type {Path, ValidationMarker} from 'sanity'
import {ValidationContext} from 'sanity/_singletons'

import {useNewDocuments} from '../acts/useNewDocuments.ts'
import {isPendingReference} from './pendingReferences.ts'

const PendingContext = createContext<readonly ValidationMarker[]>([])

interface PendingReferencesProps {
  document: unknown
  children: ReactNode
}

/**
 * Shows no error for references to documents that are new: Publish publishes these too.
 *
 * Sanity reports "Referenced document must be published" for them, and has no option for it.
 */
export function PendingReferences({document, children}: PendingReferencesProps) {
  const markers = useContext(ValidationContext)
  const news = useNewDocuments(document)
  const [pending, others] = useMemo(() => {
    const isPending = (marker: ValidationMarker) => isPendingReference(marker, document, news)
    return [markers.filter(isPending), markers.filter((marker) => !isPending(marker))]
  }, [markers, document, news])
  return (
    <PendingContext value={pending}>
      <ValidationContext value={others}>{children}</ValidationContext>
    </PendingContext>
  )
}

/** Returns the messages of a field without those for references to new documents. */
export function useWithoutPending<Message extends {message: string}>(
  path: Path,
  validation: readonly Message[],
): Message[] {
  const own = useContext(PendingContext).filter((each) => isSamePath(each.path, path))
  return validation.filter(({message}) => own.every((each) => each.message !== message))
}

function isSamePath(one: Path, other: Path): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
