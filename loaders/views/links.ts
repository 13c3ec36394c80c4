import {httpsUrl, line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {from} from './source.ts'

/** A link with the words that lead to it. */
export const linkView = z.object({title: line, url: httpsUrl})

/** The links that each session of a series starts with. */
export const meetingLinksView = z.object({
  agenda: z.nullable(httpsUrl),
  rsvp: z.nullable(httpsUrl),
  join: z.nullable(httpsUrl),
  notes: z.nullable(httpsUrl),
  slides: z.nullable(httpsUrl),
})

/**
 * The links of one session: its own, else its series'. Never null as a whole, so a page asks
 * `touchpoint.links.join` and no more.
 */
export const sessionLinksView = z.object({
  agenda: ownOrSeries('agenda'),
  rsvp: ownOrSeries('rsvp'),
  join: ownOrSeries('join'),
  notes: ownOrSeries('notes'),
  slides: ownOrSeries('slides'),
})

function ownOrSeries(name: string) {
  const path = `links.${name}`
  const computed = `coalesce(${path},series->defaultLinks.${name})`
  return from({path, computed}, z.nullable(httpsUrl))
}

export type Link = z.infer<typeof linkView>
export type MeetingLinks = z.infer<typeof meetingLinksView>
