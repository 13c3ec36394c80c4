import type {SanityClient} from '@sanity/client'
import type {MigrationPlan} from '@touchpoints/schemas/migration'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'

/** Changes in one transaction. The hosted service accepts at most 4 MB in one. */
const batchSize = 200

/**
 * Writes the changes of a migration, the created documents first. If it stops, the next plan has the rest.
 *
 * A patch applies only to the revision that it was planned for, so it overwrites no edit.
 *
 * @throws CliError when a document was edited after the plan, or the Content Lake rejects a change
 */
export async function applyPlan(
  {created, patched}: Pick<MigrationPlan, 'created' | 'patched'>,
  client: Pick<SanityClient, 'transaction'>,
): Promise<void> {
  const steps = [
    ...created.map((document) => ({kind: 'create' as const, document})),
    ...patched.map((patch) => ({kind: 'patch' as const, ...patch})),
  ]
  for (let start = 0; start < steps.length; start += batchSize) {
    const transaction = client.transaction()
    for (const step of steps.slice(start, start + batchSize)) {
      if (step.kind === 'create') transaction.createIfNotExists(step.document)
      else {
        const {id, revision, set, unset} = step
        transaction.patch(id, {set, unset, ...(revision && {ifRevisionID: revision})})
      }
    }
    await transaction.commit({visibility: 'sync', tag: 'touchpoints.migrate'}).catch(rejected)
  }
}

function rejected(error: unknown): never {
  const status: unknown = Reflect.get(Object(error), 'statusCode')
  if (status === 401 || status === 403 || status === undefined) return unreachable(error)
  const message = `The Content Lake rejected a change (${reasonOf(error)}). Changes before it are written. If somebody is editing, wait, and run the command again: it continues where it stopped.`
  throw new CliError('bad-input', message, {cause: error})
}
