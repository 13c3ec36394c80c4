import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {readWelcomeFacts, type WelcomeFacts, welcomeQuery, welcomeTypes} from './welcomeFacts.ts'

export type WelcomeFactsState =
  | {kind: 'loading'}
  | {kind: 'failed'; message: string}
  | {kind: 'loaded'; facts: WelcomeFacts}

const listen = `*[_type in ${JSON.stringify(welcomeTypes)}]`

/** Reads what the dataset has of a first session, and again while documents change. */
export function useWelcomeFacts(): WelcomeFactsState {
  const documentStore = useDocumentStore()
  const [state, setState] = useState<WelcomeFactsState>({kind: 'loading'})
  useEffect(() => {
    const following = documentStore
      .listenQuery(
        {fetch: welcomeQuery, listen},
        {},
        {apiVersion, perspective: 'raw', throttleTime: 250},
      )
      .subscribe({
        next: (result) => setState({kind: 'loaded', facts: readWelcomeFacts(result)}),
        error: (error: unknown) =>
          setState({
            kind: 'failed',
            message: `Could not read the documents (${messageOf(error)}). Reload the page.`,
          }),
      })
    return () => following.unsubscribe()
  }, [documentStore])
  return state
}
