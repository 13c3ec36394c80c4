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
  const load = useCallback(async (): Promise<AllNamed> => {
    const types = [type, 'organization']
    const result = await client.fetch<unknown>(namedQuery, {types}, {perspective: 'raw'})
    return {own: readNamed(result, type), organizations: readNamed(result, 'organization')}
  }, [client, type])
  useEffect(() => {
    let mounted = true
    load()
      .then((loaded) => mounted && setNamed(loaded))
      // Offers are optional while the editor types. The form loads again before it creates anything.
      .catch(() => undefined)
    return () => {
      mounted = false
    }
  }, [load])
  const reload = async () => {
    const loaded = await load()
    setNamed(loaded)
    return loaded
  }
  return {named, reload}
}
