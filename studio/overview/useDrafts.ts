import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useMemo, useState} from 'react'
import {useClient, useDocumentStore, useSchema} from 'sanity'

import {readDraftAuthors} from './draftAuthors.ts'
import {draftsQuery, readDrafts, type UnpublishedDrafts} from './draftsQuery.ts'

/**
 * Reads the latest drafts, and again while they change. Without a connection it stays empty, which the rest of the
 * screen reports.
 */
export function useDrafts(limit: number): UnpublishedDrafts {
  const documentStore = useDocumentStore()
  const schema = useSchema()
  const types = useMemo(
    () =>
      schema
        .getTypeNames()
        .filter(
          (name) =>
            schema.get(name)?.type?.name === 'document' && !/^s(?:anity|ystem)\./.test(name),
        ),
    [schema],
  )
  const [drafts, setDrafts] = useState<UnpublishedDrafts>({total: 0, drafts: []})
  useEffect(() => {
    const following = documentStore
      .listenQuery(
        {fetch: draftsQuery, listen: '*[_type in $types]'},
        {types, limit},
        {apiVersion, perspective: 'raw', throttleTime: 1000},
      )
      .subscribe({next: (result) => setDrafts(readDrafts(result)), error: () => undefined})
    return () => following.unsubscribe()
  }, [documentStore, types, limit])
  return drafts
}

/** Reads who last changed each draft, by published id. It stays empty for a role that can't read the history. */
export function useDraftAuthors({drafts}: UnpublishedDrafts): ReadonlyMap<string, string> {
  const client = useClient({apiVersion})
  const [authors, setAuthors] = useState<ReadonlyMap<string, string>>(new Map())
  const key = JSON.stringify(drafts.map(({id, changedAt}) => [id, changedAt]))
  useEffect(() => {
    const changed: [string, string][] = JSON.parse(key)
    if (changed.length === 0) return undefined
    const controller = new AbortController()
    const fetch = globalThis.fetch.bind(globalThis)
    readDraftAuthors(
      client,
      changed.map(([id]) => id),
      {fetch, signal: controller.signal},
    )
      .then(setAuthors)
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, key])
  return authors
}
