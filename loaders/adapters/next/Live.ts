'use client'

import {useRouter} from 'next/navigation'
import {startTransition, useEffect, useRef} from 'react'

import {followChanges} from './followChanges.ts'

export interface LiveProps {
  /** Address of `liveRoute`. Defaults to `/api/live`. */
  src?: string
  /** Sync tags of what the page shows: `syncTags` of the loader's results. Defaults to every change. */
  tags?: readonly string[]
  /**
   * Server action that expires what Next has cached, before the page is requested again:
   * `async () => updateTag('touchpoints')`. Not needed for a page that is rendered for each request.
   */
  expire?: () => Promise<void>
}

/**
 * Refreshes an open page when its content changes. React keeps scroll, focus and the state of components.
 * Renders nothing. Listens only while the tab is visible.
 *
 * @example
 * const {data, syncTags} = await loader.meetingsPage()
 * return <main><Live tags={syncTags} expire={expire} />…</main>
 */
export function Live({src = '/api/live', tags, expire}: LiveProps): null {
  const router = useRouter()
  // A server component sends new values with each render, and the connection must survive that.
  const latest = useRef({tags, expire})
  useEffect(() => {
    latest.current = {tags, expire}
  }, [tags, expire])
  useEffect(() => {
    const refresh = () => startTransition(() => router.refresh())
    const expired = async () => latest.current.expire?.()
    return followChanges({
      src,
      tags: () => latest.current.tags,
      onChange: () => void expired().then(refresh, refresh),
    })
  }, [router, src])
  return null
}
