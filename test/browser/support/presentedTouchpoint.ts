import {randomUUID} from 'node:crypto'

import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

import {touchpointWithinTheHour} from '../../support/touchpointWithinTheHour.ts'

/** The published title of the touchpoint. */
export const before = 'Presented, and not yet edited'

/**
 * Creates a touchpoint for one test, the next one of its series. The sample stays unchanged for other
 * test files.
 *
 * @param draft - title of a draft of it
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
