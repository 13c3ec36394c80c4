import {catchError, distinctUntilChanged, map, type Observable, of} from 'rxjs'
import type {DocumentStore} from 'sanity'

import {type CommunityFacts, communityQuery, readCommunity} from './readCommunity.ts'

/**
 * Follows the community document, with its draft. Emits only when something that the Studio uses changes.
 *
 * Without a connection, it emits the defaults: lists and forms then work without the community's words.
 */
export function observeCommunity(
  documentStore: Pick<DocumentStore, 'listenQuery'>,
  apiVersion: string,
): Observable<CommunityFacts> {
  return documentStore
    .listenQuery(
      {fetch: communityQuery, listen: '*[_type == "community"]'},
      {},
      {apiVersion, perspective: 'drafts', throttleTime: 1000},
    )
    .pipe(
      map(readCommunity),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      catchError(() => of(readCommunity(null))),
    )
}
