import {importMarkdown, type MarkdownImport} from '@touchpoints/importers/markdown'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StoredDocument} from '@touchpoints/schemas/reading'
import {useState} from 'react'
import {useClient} from 'sanity'

import {alikeParams, alikeQuery} from './identityKeys.ts'
import {type AgendaPlan, planAgenda} from './planAgenda.ts'

export type PastedAgenda =
  | {kind: 'none'}
  | {kind: 'busy'; what: string}
  | {kind: 'failed'; message: string}
  | {kind: 'read'; plan: AgendaPlan; from: MarkdownImport}
  | {kind: 'made'; drafts: readonly StoredDocument[]; from: MarkdownImport}

/** A year of meetings is some 10 kB; much more is something else, and would hold up the window. */
const mostCharacters = 500_000

/** The way of a pasted page: read, compared with what is there, and created in one transaction. */
export function usePastedAgenda() {
  const client = useClient({apiVersion})
  const [state, setState] = useState<PastedAgenda>({kind: 'none'})

  const read = async (text: string, asOf: string) => {
    if (text.length > mostCharacters) {
      const message = `That is ${Math.round(text.length / 1000)} kB of text; a page may have ${mostCharacters / 1000}. Paste it in parts.`
      setState({kind: 'failed', message})
      return
    }
    setState({kind: 'busy', what: 'Reading it…'})
    try {
      const from = importMarkdown(text, {asOf})
      const existing = await client.fetch<StoredDocument[]>(
        alikeQuery,
        alikeParams(from.documents),
        {perspective: 'raw'},
      )
      setState({kind: 'read', plan: planAgenda(from.documents, existing), from})
    } catch (error) {
      setState({
        kind: 'failed',
        message: `It could not be compared with what is there: ${messageOf(error)}`,
      })
    }
  }

  const make = async ({drafts}: AgendaPlan, from: MarkdownImport) => {
    setState({kind: 'busy', what: 'Creating the drafts…'})
    try {
      const transaction = client.transaction()
      // Whoever pasted the same page meanwhile was first: theirs stay.
      drafts.forEach((draft) => transaction.createIfNotExists(draft))
      await transaction.commit({visibility: 'sync'})
      setState({kind: 'made', drafts, from})
    } catch (error) {
      setState({kind: 'failed', message: `Nothing was created: ${messageOf(error)}`})
    }
  }

  return {state, read, make, reset: () => setState({kind: 'none'})}
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
