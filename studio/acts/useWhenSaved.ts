import {useCallback, useEffect, useRef} from 'react'
import {useSyncState} from 'sanity'

/**
 * Returns a function that waits until the Studio has sent what the editor typed, so that an act does not overtake
 * the last letters.
 */
export function useWhenSaved(id: string, type: string, release: string | undefined) {
  const {isSyncing} = useSyncState(id, type, release)
  const syncing = useRef(isSyncing)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    syncing.current = isSyncing
    if (!isSyncing) waiting.current.splice(0).forEach((resolve) => resolve())
  }, [isSyncing])
  return useCallback(
    () =>
      syncing.current
        ? new Promise<void>((resolve) => waiting.current.push(resolve))
        : Promise.resolve(),
    [],
  )
}
