import type {SanityClient} from '@sanity/client'

import {testNow} from './clock/testNow.ts'

/** Returns an unsaved touchpoint that is the next of its series, so that the page shows it first. */
export async function touchpointWithinTheHour(client: SanityClient, slug: string, title: string) {
  const series = await client.fetch<string | null>(
    '*[_type == "series" && meets == "scheduled" && !defined(group) && lifecycle == "active" && !(_id in path("drafts.**"))] | order(_id)[0]._id',
  )
  if (series === null) throw new Error('The sample has no active series of the community.')
  return {
    _type: 'touchpoint',
    title,
    slug: {_type: 'slug', current: slug},
    status: 'planned',
    audience: 'everyone',
    series: {_type: 'reference', _ref: series},
    schedule: {
      _type: 'schedule',
      start: new Date(testNow().getTime() + 3_600_000).toISOString(),
      minutes: 30,
      timeZone: 'Europe/Madrid',
    },
  }
}
