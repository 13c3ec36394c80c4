import {randomUUID} from 'node:crypto'

import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

import {touchpointWithinTheHour} from '../../support/touchpointWithinTheHour.ts'

/** Its published title. */
export const before = 'Presented, and not yet edited'

/**
 * One of this test's own, the next of its series: other files count on what the sample says.
 *
 * @param draft - the title of a draft over it
 */
export async function makeTouchpoint(client: SanityClient, draft?: string): Promise<string> {
  const id = `presented-${randomUUID()}`
  const touchpoint = await touchpointWithinTheHour(client, id, before)
  await client.create({...touchpoint, _id: id})
  if (draft) await client.create({...touchpoint, _id: `drafts.${id}`, title: draft})
  onTestFinished(async () => {
    await client.delete(`drafts.${id}`)
    await client.delete(id)
  })
  return id
}
