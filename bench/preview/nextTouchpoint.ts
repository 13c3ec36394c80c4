import type {SanityClient} from '@sanity/client'

/** A touchpoint that is next in its series within the hour, so the page shows it on top. */
export async function nextTouchpoint(lake: SanityClient): Promise<{id: string; title: string}> {
  const id = 'measured'
  const title = 'Measured'
  const series = await lake.fetch<string>(
    '*[_type == "series" && kind == "touchpoint"] | order(_id)[0]._id',
  )
  await lake.createOrReplace({
    _id: id,
    _type: 'touchpoint',
    title,
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
  })
  return {id, title}
}
