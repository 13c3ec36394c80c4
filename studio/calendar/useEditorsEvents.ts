import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {readEditorsEvents, type EditorsEvents} from './readEditorsEvents.ts'
import {studioSecrets} from './studioSecrets.ts'

export type EditorsEventsState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  | {kind: 'loaded'; calendar: EditorsEvents}

export interface CalendarWindow {
  /** UTC instants, half-open. */
  from: string
  to: string
}

/**
 * Loads the merged calendar of a window. `reload` loads it again, such as after an edit. Without a URL or a window,
 * nothing is loaded.
 */
export function useEditorsEvents(url: string | undefined, window: CalendarWindow | undefined) {
  const client = useClient({apiVersion})
  const secrets = useMemo(() => studioSecrets(client), [client])
  const [state, setState] = useState<EditorsEventsState>({kind: 'loading'})
  const [round, setRound] = useState(0)
  const from = window?.from
  const to = window?.to

  useEffect(() => {
    if (url === undefined || from === undefined || to === undefined) return undefined
    const controller = new AbortController()
    const fetch = globalThis.fetch.bind(globalThis)
    readEditorsEvents(url, {from, to}, {fetch, signal: controller.signal, secrets})
      .then((calendar) => setState({kind: 'loaded', calendar}))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return
        setState({
          kind: 'failed',
          message: `Could not load the calendar (${messageOf(error)}). ${adviceFor(url)}`,
        })
      })
    return () => controller.abort()
  }, [url, from, to, round, secrets])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  return {state, reload}
}

function adviceFor(url: string): string {
  const {hostname, origin} = new URL(url)
  return /^(?:localhost|127\.0\.0\.1)$/.test(hostname)
    ? 'Start it with npm start.'
    : `Contact the person who runs ${origin}.`
}
