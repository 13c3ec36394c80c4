import {
  getReleaseIdFromReleaseDocumentId,
  isReleaseScheduledOrScheduling,
  useActiveReleases,
  usePerspective,
  useSetPerspective,
} from 'sanity'

import type {Target} from './step.ts'

export interface TargetState {
  target: Target
  /** Drafts, and the releases that can still change. */
  choices: readonly {id: string; title: string}[]
  /** Why nothing can be changed now. */
  problem?: string | undefined
  choose: (id: string) => void
}

export const draftsId = 'drafts'

/** Where changes go: into drafts, or the release that is selected in the whole Studio. */
export function useTarget(): TargetState {
  const {selectedReleaseId} = usePerspective()
  const setPerspective = useSetPerspective()
  const {data} = useActiveReleases()
  const releases = data.map((release) => ({
    // In the Studio's list, a release has no name of its own.
    id: getReleaseIdFromReleaseDocumentId(release._id),
    title: release.metadata.title ?? 'Untitled release',
    isLocked: isReleaseScheduledOrScheduling(release),
  }))
  const selected = releases.find(({id}) => id === selectedReleaseId)
  return {
    target: selectedReleaseId
      ? {kind: 'release', id: selectedReleaseId, title: selected?.title ?? selectedReleaseId}
      : {kind: 'drafts'},
    choices: [
      {id: draftsId, title: 'Drafts'},
      ...releases.filter(({id, isLocked}) => !isLocked || id === selectedReleaseId),
    ],
    problem: selected?.isLocked
      ? `The release “${selected.title}” is scheduled, and can't change. Unschedule it, or select another one.`
      : undefined,
    choose: (id) => setPerspective(releases.find((release) => release.id === id)?.id),
  }
}
