import type {SanityClient} from '@sanity/client'

import {testNow} from './clock/testNow.ts'

/** Returns an unsaved touchpoint that is the next of its series, so that the page shows it first. */
export async function touchpointWithinTheHour(client: SanityClient, slug: string, title: string) {
  const series = await client.fetch<string>(
    '*[_type == "series" && kind == "touchpoint" && !(_id in path("drafts.**"))] | order(_id)[0]._id',
  )
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
