import {apiVersion} from '@touchpoints/schemas/defaults'
import {map, type Observable, switchMap, timer} from 'rxjs'
import type {DocumentStore} from 'sanity'

import type {CommunityFacts} from '../community/readCommunity.ts'
import {attentionListsFor, paramsOf} from './attentionLists.ts'
import {type Overview, readOverview} from './overview.ts'
import {overviewQuery} from './overviewQuery.ts'

/** The passing of time changes the lists too: sessions become past. */
const refreshMs = 10 * 60_000

/** Reads what the first screen shows, with drafts, and again whenever a document changes. */
export function observeOverview(
  documentStore: Pick<DocumentStore, 'listenQuery'>,
  community: CommunityFacts,
): Observable<Overview> {
  const lists = attentionListsFor(community)
  return timer(0, refreshMs).pipe(
    switchMap(() =>
      documentStore.listenQuery(overviewQuery(lists), paramsOf(lists), {
        apiVersion,
        perspective: 'drafts',
        throttleTime: 1000,
      }),
    ),
    map(readOverview),
  )
}
