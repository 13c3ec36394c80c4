import type {SanityClient} from '@sanity/client'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Step} from './differences.ts'

/**
 * Writes the steps of a restore as one transaction: all of them or none. The history keeps the state before, so
 * another restore undoes this one.
 *
 * @throws CliError when the Content Lake rejects it. Nothing is changed then.
 */
export async function applySteps(
  steps: readonly Step[],
  client: Pick<SanityClient, 'transaction'>,
): Promise<void> {
  const transaction = client.transaction()
  for (const step of steps) {
    if (step.kind === 'delete') transaction.delete(step.id)
    else {
      const {_rev, _updatedAt, ...document} = step.document
      transaction.createOrReplace(document)
    }
  }
  await transaction.commit({visibility: 'sync', tag: 'touchpoints.restore'}).catch((error) => {
    const message = `The Content Lake rejected the restore (${reasonOf(error)}). Nothing was changed. Restore a backup instead: npx touchpoints restore ARCHIVE --replace`
    throw new CliError('bad-input', message, {cause: error})
  })
}
