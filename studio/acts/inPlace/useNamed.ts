import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useState} from 'react'
import {useClient} from 'sanity'

import type {InPlaceType} from './inPlaceTypes.ts'
import {type NamedDocuments, namedQuery, readNamed} from './readNamed.ts'

export interface AllNamed {
  /** Documents of the type that the dialog creates. */
  own: NamedDocuments
  organizations: NamedDocuments
}

const none: NamedDocuments = {documents: [], ids: new Set(), slugs: new Set()}

/**
 * Loads the documents that a dialog offers. `reload` returns the newest ones, because another editor may have added
 * the same person since the dialog was opened.
 */
export function useNamed(type: InPlaceType): {named: AllNamed; reload: () => Promise<AllNamed>} {
  const client = useClient({apiVersion})
  const [named, setNamed] = useState<AllNamed>({own: none, organizations: none})
  const reload = useCallback(async () => {
    const types = [type, 'organization']
    const result = await client.fetch<unknown>(namedQuery, {types}, {perspective: 'raw'})
    const loaded = {own: readNamed(result, type), organizations: readNamed(result, 'organization')}
    setNamed(loaded)
    return loaded
  }, [client, type])
  useEffect(() => {
    // Offers are optional while the editor types. The form loads again before it creates anything.
    reload().catch(() => undefined)
  }, [reload])
  return {named, reload}
}
