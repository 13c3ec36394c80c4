import {markdownReader} from '@touchpoints/importers/markdown'
import {type ImportPlan as SourcePlan, planImport as planSources} from '@touchpoints/importers/plan'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StoredDocument} from '@touchpoints/schemas/reading'
import {useState} from 'react'
import {useClient} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {candidatesParams, candidatesQuery} from './identityKeys.ts'
import {type ImportPlan, planImport} from './planImport.ts'

export type AgendaImportState =
  | {kind: 'idle'}
  | {kind: 'busy'; message: string}
  | {kind: 'failed'; message: string}
  | {kind: 'preview'; plan: ImportPlan; source: SourcePlan}
  | {kind: 'created'; drafts: readonly StoredDocument[]; source: SourcePlan}

/** A year of meetings is about 10 kB of text. Much more text would block the window. */
const maxCharacters = 500_000

/** Reads a pasted page, compares it with existing documents, and creates drafts in one transaction. */
export function useAgendaImport() {
  const client = useClient({apiVersion})
  const [state, setState] = useState<AgendaImportState>({kind: 'idle'})

  const preview = async (text: string, asOf: string) => {
    if (text.length > maxCharacters) {
      const message = `The text has ${Math.round(text.length / 1000)} kB, but the limit is ${maxCharacters / 1000} kB. Import it in parts.`
      setState({kind: 'failed', message})
      return
    }
    setState({kind: 'busy', message: 'Reading the page…'})
    try {
      const pasted = {path: 'pasted.md', text}
      const source = planSources([pasted], {readers: [markdownReader], asOf})
      const documents = source.documents.map(({document}) => document)
      const candidates = await client.fetch<StoredDocument[]>(
        candidatesQuery,
        candidatesParams(documents),
        {perspective: 'raw'},
      )
      setState({kind: 'preview', plan: planImport(documents, candidates), source})
    } catch (error) {
      setState({
        kind: 'failed',
        message: `Could not compare the page with existing documents (${messageOf(error)}). Try again.`,
      })
    }
  }

  const create = async ({drafts}: ImportPlan, source: SourcePlan) => {
    setState({kind: 'busy', message: 'Creating drafts…'})
    try {
      const transaction = client.transaction()
      // If another editor imported the same page in the meantime, their documents stay.
      drafts.forEach((draft) => transaction.createIfNotExists(draft))
      await transaction.commit({visibility: 'sync'})
      setState({kind: 'created', drafts, source})
    } catch (error) {
      const message = `Could not create the drafts (${messageOf(error)}). Nothing was created. Try again.`
      setState({kind: 'failed', message})
    }
  }

  return {state, preview, create, reset: () => setState({kind: 'idle'})}
}
