import {useCallback, useEffect, useState} from 'react'

import {readEditorsEvents, type EditorsEvents} from './readEditorsEvents.ts'

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
  const [state, setState] = useState<EditorsEventsState>({kind: 'loading'})
  const [round, setRound] = useState(0)
  const from = window?.from
  const to = window?.to

  useEffect(() => {
    if (from === undefined || to === undefined) return undefined
    const controller = new AbortController()
    readEditorsEvents(address, {from, to}, controller.signal)
      .then((answer) => setState({kind: 'loaded', answer}))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return
        const reason = error instanceof Error ? error.message : String(error)
        setState({
          kind: 'failed',
          message: `The calendar cannot be read (${reason}). Is npm start still running?`,
        })
      })
    return () => controller.abort()
  }, [address, from, to, round])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  return {state, reload}
}
