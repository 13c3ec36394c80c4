import {randomUUID} from 'node:crypto'

import type {SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

/** Its published title. */
export const before = 'Presented, and not yet edited'

/**
 * One of this test's own, the next of its series: other files count on what the sample says.
 *
 * @param draft - the title of a draft over it
 */
export async function makeTouchpoint(client: SanityClient, draft?: string): Promise<string> {
  const id = `presented-${randomUUID()}`
  const series = await client.fetch<string>(
    '*[_type == "series" && kind == "touchpoint" && !(_id in path("drafts.**"))] | order(_id)[0]._id',
  )
  const touchpoint = {
    _type: 'touchpoint',
    title: before,
    slug: {_type: 'slug', current: id},
    status: 'planned',
    audience: 'everyone',
    series: {_type: 'reference', _ref: series},
    schedule: {
      _type: 'schedule',
      start: new Date(Date.now() + 3_600_000).toISOString(),
      minutes: 30,
      timeZone: 'Europe/Madrid',
    },
  }
  await client.create({...touchpoint, _id: id})
  if (draft) await client.create({...touchpoint, _id: `drafts.${id}`, title: draft})
  onTestFinished(async () => {
    await client.delete(`drafts.${id}`)
    await client.delete(id)
  })
  return id
}
