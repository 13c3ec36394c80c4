import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'

import {observeOverview} from '../attention/observeOverview.ts'
import type {Overview} from '../attention/overview.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {messageOf} from '../messageOf.ts'

export type OverviewState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  | {kind: 'loaded'; overview: Overview}

/** Reads the first screen, and again while documents change. */
export function useOverview(community: CommunityFacts): OverviewState {
  const documentStore = useDocumentStore()
  const [state, setState] = useState<OverviewState>({kind: 'loading'})
  useEffect(() => {
    const following = observeOverview(documentStore, community).subscribe({
      next: (overview) => setState({kind: 'loaded', overview}),
      error: (error: unknown) =>
        setState({
          kind: 'failed',
          message: `Could not read the documents (${messageOf(error)}). Reload the page.`,
        }),
    })
    return () => following.unsubscribe()
  }, [documentStore, community])
  return state
}
