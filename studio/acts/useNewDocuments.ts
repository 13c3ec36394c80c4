import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {startWith, switchMap} from 'rxjs'
import {useClient, useDocumentStore} from 'sanity'

import {type NewDraft, newDocuments, pendingReferences} from './newDocuments.ts'

const none: readonly NewDraft[] = []

/** Follows the new documents that have to be published with a draft. */
export function useNewDocuments(draft: unknown): readonly NewDraft[] {
  const client = useClient({apiVersion})
  const documentStore = useDocumentStore()
  const [found, setFound] = useState<{key: string; news: readonly NewDraft[]}>()
  const key = pendingReferences(draft).toSorted().join(' ')
  useEffect(() => {
    if (key === '') return undefined
    const ids = key.split(' ')
    const references = ids.map((id) => ({_ref: id, _strengthenOnPublish: {}}))
    // A new organization of a new guest is one step further, so each change reads again from the start.
    const variants = ids.flatMap((id) => [id, `drafts.${id}`])
    const following = documentStore
      .listenQuery(
        {fetch: '*[_id in $variants]{_id, _rev}', listen: '*[_id in $variants]'},
        {variants},
        {apiVersion, perspective: 'raw', throttleTime: 500},
      )
      .pipe(
        startWith(undefined),
        switchMap(() => newDocuments(client, references)),
      )
      .subscribe({
        next: (news) => setFound({key, news}),
        // Without the list, Sanity's own Publish says that a reference is not published.
        error: () => setFound(undefined),
      })
    return () => following.unsubscribe()
  }, [client, documentStore, key])
  return found?.key === key ? found.news : none
}
