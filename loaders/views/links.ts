import type {SafeUrl} from '@touchpoints/calendar/links'
import {line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'
import {httpsUrl} from './url.ts'

export const linkView = z.object({
  title: field({translated: true}, line),
  url: httpsUrl,
})

export const meetingLinksView = z.object({
  agenda: z.nullable(httpsUrl),
  rsvp: z.nullable(httpsUrl),
  join: z.nullable(httpsUrl),
  notes: z.nullable(httpsUrl),
  slides: z.nullable(httpsUrl),
})

/**
 * The links of one session. Each falls back to the link of the series. The object itself is never
 * null, so that a page can read `touchpoint.links.join` directly.
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
  return field({path, computed}, z.nullable(httpsUrl))
}

/** A link and its text. */
export interface Link {
  /** Text of the link. */
  title: string
  /** Absolute https address. */
  url: SafeUrl
}

/** The links of a session, or the ones that sessions of a series start with. */
export interface MeetingLinks {
  /** Agenda document: an absolute https address, or null. */
  agenda: SafeUrl | null
  /** Sign-up page: an absolute https address, or null. */
  rsvp: SafeUrl | null
  /** Video call: an absolute https address, or null. Null for members' meetings, see `audience` of `createLoader`. */
  join: SafeUrl | null
  /** Shared notes: an absolute https address, or null. */
  notes: SafeUrl | null
  /** Slides: an absolute https address, or null. */
  slides: SafeUrl | null
}
