import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'

import {readEditorsEvents, type EditorsEvents} from './readEditorsEvents.ts'
import {studioSecrets} from './studioSecrets.ts'

export type EditorsEventsState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  | {kind: 'loaded'; answer: EditorsEvents}

export interface CalendarWindow {
  /** UTC instants, half-open. */
  from: string
  to: string
}

/** The merged calendar of a window; `reload` asks again, after an edit of one's own. */
export function useEditorsEvents(address: string, window: CalendarWindow | undefined) {
  const client = useClient({apiVersion})
  const secrets = useMemo(() => studioSecrets(client), [client])
  const [state, setState] = useState<EditorsEventsState>({kind: 'loading'})
  const [round, setRound] = useState(0)
  const from = window?.from
  const to = window?.to

  useEffect(() => {
    if (from === undefined || to === undefined) return undefined
    const controller = new AbortController()
    const fetch = globalThis.fetch.bind(globalThis)
    readEditorsEvents(address, {from, to}, {fetch, signal: controller.signal, secrets})
      .then((answer) => setState({kind: 'loaded', answer}))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return
        const reason = error instanceof Error ? error.message : String(error)
        setState({
          kind: 'failed',
          message: `The calendar cannot be read (${reason}). ${adviceFor(address)}`,
        })
      })
    return () => controller.abort()
  }, [address, from, to, round, secrets])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  return {state, reload}
}

function adviceFor(address: string): string {
  const {hostname, origin} = new URL(address)
  return /^(?:localhost|127\.0\.0\.1)$/.test(hostname)
    ? 'Is npm start still running?'
    : `It is served by ${origin}: ask whoever runs that.`
}
