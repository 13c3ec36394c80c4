import type {SanityClient} from '@sanity/client'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {unreachable} from '../unreachable.ts'

/** What brings one document back to its state at a moment. */
export type Step =
  | {kind: 'delete'; id: string}
  | {kind: 'put'; document: StoredDocument; exists: boolean}

interface Answer {
  /** From when on the history is complete. Null for an empty lake. */
  begins: string | null
  differences: {id: string; before: StoredDocument | null; exists: boolean}[]
}

/**
 * Plans how to bring a dataset of a lake back to a moment. Documents that came later are deleted, the others get their
 * state back. What the Content Lake and the site keep for themselves stays: releases, and links that were shared or used,
 * which must not work again.
 *
 * @throws CliError when the history does not reach back to the moment
 */
export async function planRestore(
  client: Pick<SanityClient, 'request' | 'config'>,
  at: Date,
): Promise<Step[]> {
  const {dataset = ''} = client.config()
  const time = at.toISOString()
  const {begins, differences} = await client
    .request<Answer>({url: `/data/history/${dataset}/differences`, query: {time}})
    .catch(unreachable)
  if (begins === null || time < begins) {
    const since = begins === null ? 'is empty' : `begins at ${begins}`
    const message = `The history of the Content Lake ${since}, so its state at ${time} is not known. Use a later moment, or restore a backup.`
    throw new CliError('bad-input', message)
  }
  return differences
    .filter(({id}) => !isInternal(id))
    .map(({id, before, exists}) =>
      before ? {kind: 'put' as const, document: before, exists} : {kind: 'delete' as const, id},
    )
}

/** Ids with a path belong to a program. Drafts and versions are the documents of people. */
function isInternal(id: string): boolean {
  return id.includes('.') && !/^(?:drafts|versions)\./.test(id)
}
