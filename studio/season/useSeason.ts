import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback, useEffect, useState} from 'react'
import {useDocumentStore, usePerspective} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {readSeason, seasonDocuments, type SeasonFacts, seasonQuery} from './readSeason.ts'

export type SeasonState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  /** `now` is the UTC instant at which it was loaded. */
  | {kind: 'loaded'; facts: SeasonFacts; now: string}

/**
 * Loads the series and the sessions of a period, and again when one changes. Sees drafts, and the changes of the
 * release that is selected in the Studio.
 *
 * @param window - UTC instants, half-open
 */
export function useSeason({from, to}: {from: string; to: string}) {
  const documentStore = useDocumentStore()
  const {perspectiveStack, selectedReleaseId} = usePerspective()
  const [state, setState] = useState<SeasonState>({kind: 'loading'})
  const [round, setRound] = useState(0)
  // The stack is a new array on each render. Drafts are planned on top of what is published.
  const stack = selectedReleaseId ? perspectiveStack.join(' ') : 'drafts'

  useEffect(() => {
    const perspective = stack === 'drafts' ? 'drafts' : stack.split(' ')
    const following = documentStore
      .listenQuery(
        {fetch: seasonQuery, listen: seasonDocuments},
        {from, to},
        {apiVersion, perspective, throttleTime: 500},
      )
      .subscribe({
        next: (result: unknown) =>
          setState({kind: 'loaded', facts: readSeason(result), now: new Date().toISOString()}),
        error: (error: unknown) =>
          setState({
            kind: 'failed',
            message: `Could not load the season (${messageOf(error)}). Check the connection to the Content Lake, and try again.`,
          }),
      })
    return () => following.unsubscribe()
  }, [documentStore, from, to, stack, round])

  const reload = useCallback(() => {
    setState({kind: 'loading'})
    setRound((count) => count + 1)
  }, [])
  return {state, reload}
}
