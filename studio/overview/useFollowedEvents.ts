import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect} from 'react'
import {useClient} from 'sanity'

import {mergedTypes} from '../calendar/mergedTypes.ts'
import {
  type CalendarWindow,
  type EditorsEventsState,
  useEditorsEvents,
} from '../calendar/useEditorsEvents.ts'

/** Edits come one after the other. The calendar is read once they pause. */
const pauseMs = 2000

/** Loads the merged calendar of a window, and again when a document of it changes. Without a URL, it stays loading. */
export function useFollowedEvents(
  url: string | undefined,
  window: CalendarWindow,
): EditorsEventsState {
  const client = useClient({apiVersion})
  const {state, reload} = useEditorsEvents(url, window)
  useEffect(() => {
    if (url === undefined) return undefined
    let pause: ReturnType<typeof setTimeout> | undefined
    const following = client
      .listen(`*[_type in ${JSON.stringify(mergedTypes)}]`, {}, {visibility: 'query'})
      .subscribe({
        next: () => {
          clearTimeout(pause)
          pause = setTimeout(reload, pauseMs)
        },
        error: () => undefined,
      })
    return () => {
      clearTimeout(pause)
      following.unsubscribe()
    }
  }, [client, reload, url])
  return state
}
