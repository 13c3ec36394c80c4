import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'

import {attentionListsFor} from '../attention/attentionLists.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {messageOf} from '../messageOf.ts'
import type {BulkList} from './bulkActs.ts'
import {bulkQuery, type BulkSessions, readBulkSessions} from './bulkSessions.ts'

export type BulkState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  | {kind: 'loaded'; found: BulkSessions}

/** Reads the sessions of a list, and again while they change. */
export function useBulkSessions({id}: BulkList): BulkState {
  const documentStore = useDocumentStore()
  const community = useCommunity()
  const filter = attentionListsFor(community).find((list) => list.id === id)?.filter
  const [state, setState] = useState<BulkState>({kind: 'loading'})
  useEffect(() => {
    if (filter === undefined) return undefined
    const following = documentStore
      .listenQuery(
        {fetch: bulkQuery(filter), listen: '*[_type in ["touchpoint", "recording"]]'},
        {},
        {apiVersion, perspective: 'drafts', throttleTime: 1000},
      )
      .subscribe({
        next: (result) => setState({kind: 'loaded', found: readBulkSessions(result)}),
        error: (error: unknown) =>
          setState({
            kind: 'failed',
            message: `Could not read the sessions (${messageOf(error)}). Try again.`,
          }),
      })
    return () => following.unsubscribe()
  }, [documentStore, filter])
  return state
}
