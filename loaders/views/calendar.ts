import type {SafeUrl} from '@touchpoints/calendar/links'
import {
  calendarOwnership,
  color,
  filterAction,
  instant,
  line,
  mailAddresses,
  nonPublicEvents,
  slugText,
  timeZone,
} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {type Organization, organizationView} from './organization.ts'
import {field} from './source.ts'
import {calendarFeedUrl, httpsUrl} from './url.ts'

const titleFilterView = z.object({action: filterAction, text: line})

export const calendarView = z.object({
  _id: z.string(),
  _type: z.literal('calendar'),
  updatedAt: field({path: '_updatedAt'}, instant),
  title: line,
  slug: field({path: 'slug.current'}, slugText),
  organization: field({follow: true}, z.nullable(organizationView)),
  ownership: calendarOwnership,
  feedUrl: calendarFeedUrl,
  publicUrl: z.nullable(httpsUrl),
  color,
  timeZone: z.nullable(timeZone),
  enabled: field({path: 'enabled', computed: 'coalesce(enabled,true)'}, z.boolean()),
  // Without an `exclude` filter, events that editors excluded would be shown.
  titleFilters: field({complete: true}, z.array(titleFilterView)),
  nonPublicEvents: field(
    {path: 'nonPublicEvents', computed: 'coalesce(nonPublicEvents,"leave-out")'},
    nonPublicEvents,
  ),
  mailAddresses: field(
    {path: 'mailAddresses', computed: 'coalesce(mailAddresses,"remove")'},
    mailAddresses,
  ),
})

/** Includes or excludes events of a calendar by their titles. */
interface TitleFilter {
  /** `exclude` wins where both match. */
  action: 'include' | 'exclude'
  /** Text that a title contains. */
  text: string
}

/** A calendar feed that is part of the merged calendar. */
export interface Calendar {
  /** Document id. */
  _id: string
  _type: 'calendar'
  /** UTC instant of the last edit, ISO 8601. May have milliseconds. */
  updatedAt: string
  /** Name in the legend. */
  title: string
  /** Identifies the calendar in addresses: lower-case letters, digits and hyphens. */
  slug: string
  /** Organization that the calendar belongs to. Null when not set. */
  organization: Organization | null
  /** `own` for the community's calendar, which wins where two calendars describe an event differently. */
  ownership: 'own' | 'ofInterest'
  /**
   * Address of the iCalendar feed: `https://`, also when `webcal://` is stored. Null when it contains a key
   * and the loader's `audience` is not `members`.
   */
  feedUrl: SafeUrl | null
  /** Page on which visitors can view the calendar: an absolute https address, or null. */
  publicUrl: SafeUrl | null
  /** Color of its events, `#rrggbb`. */
  color: string
  /** IANA zone for events that name none, in a feed that names none either. Null when not set. */
  timeZone: string | null
  /** Whether its events are read and shown. */
  enabled: boolean
  /** Without an `include` filter every event is shown, except those that an `exclude` filter matches. */
  titleFilters: TitleFilter[]
  /** What happens with events that their organizer marked as private or confidential. */
  nonPublicEvents: 'leave-out' | 'busy' | 'show'
  /** Whether email addresses are removed from names and texts. */
  mailAddresses: 'remove' | 'show'
}
