import * as z from 'zod'

import {testNow} from '../../support/clock/testNow.ts'

const answer = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      start: z.string(),
      end: z.string(),
      timeZone: z.string().optional(),
      status: z.string(),
      sources: z.array(z.object({uid: z.string().optional(), start: z.string()})),
    }),
  ),
})

export type FeedEvent = z.infer<typeof answer>['events'][number]

/** The merged calendar as editors see it, between two UTC instants. */
export async function mergedEvents(lake: string, from: string, to: string): Promise<FeedEvent[]> {
  const url = new URL('/touchpoints/events', lake.replace('localhost', '127.0.0.1'))
  url.searchParams.set('from', from)
  url.searchParams.set('to', to)
  return answer.parse(await (await fetch(url)).json()).events
}

/**
 * Events of this month that only a feed knows, at an instant, each to be found by its title: what a
 * calendar that opens at this month shows without turning a page. Days at the month's borders are left
 * out, where the month depends on the zone.
 */
export async function feedEventsOfMonth(lake: string): Promise<FeedEvent[]> {
  const now = testNow()
  const month = now.toISOString().slice(0, 7)
  // A day more at each end, for the zones.
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).toISOString()
  const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2)).toISOString()
  const shown = await mergedEvents(lake, from, to)
  return shown.filter(
    ({kind, title, start, status}) =>
      kind === 'feed' &&
      status === 'confirmed' &&
      start.endsWith('Z') &&
      start > `${month}-02` &&
      start < `${month}-28` &&
      shown.filter((other) => other.title.includes(title)).length === 1,
  )
}
