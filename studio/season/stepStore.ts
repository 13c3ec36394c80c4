import {publishedId} from '@touchpoints/schemas/reading'
import type {SanityClient} from 'sanity'

import type {StepStore} from './applySteps.ts'

/**
 * Writes steps to the Content Lake. Versions are created with an action, as the Studio does it: it checks that
 * the release is active.
 */
export function stepStore(client: SanityClient): StepStore {
  const patchOf = (id: string, revision: string, values: Readonly<Record<string, unknown>>) => {
    const entries = Object.entries(values)
    const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    const unset = entries.flatMap(([path, value]) => (value === undefined ? [path] : []))
    const patch = client.patch(id).ifRevisionId(revision)
    const withValues = Object.keys(set).length > 0 ? patch.set(set) : patch
    return unset.length > 0 ? withValues.unset(unset) : withValues
  }
  return {
    create: async (document) => {
      const [kind, releaseId] = document._id.split('.')
      if (kind !== 'versions' || releaseId === undefined) {
        const {_rev} = await client.create(document)
        return _rev
      }
      const result = await client.createVersion({
        document,
        releaseId,
        publishedId: publishedId(document._id),
      })
      return result.transactionId
    },
    patch: async (id, revision, values) => {
      const {_rev} = await patchOf(id, revision, values).commit()
      return _rev
    },
    discard: async (id, revision) => {
      // A deletion has no condition. The patch before it changes nothing, and fails if the revision is another one.
      await client
        .transaction()
        .patch(client.patch(id).ifRevisionId(revision).unset(['discarded']))
        .delete(id)
        .commit()
    },
  }
}
