import type {Event, WithContext} from 'schema-dts'

import type {Touchpoint} from './pageContent.ts'

const attendance = 'https://schema.org/OnlineEventAttendanceMode'

/**
 * A touchpoint for search engines (schema.org Event). The link to join stands in it only when
 * everyone may come: what is for members is not handed to whoever reads the markup.
 *
 * @param url - the touchpoint's own page, absolute
 */
export function touchpointJsonLd(touchpoint: Touchpoint, url: string): WithContext<Event> {
  const {title, schedule, status, summary, guests, links, audience, series} = touchpoint
  const open = audience === 'everyone'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    url,
    startDate: schedule.start,
    endDate: schedule.end,
    eventAttendanceMode: attendance,
    eventStatus:
      status === 'cancelled'
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
    location: {'@type': 'VirtualLocation', url: (open && (links.join ?? links.rsvp)) || url},
    superEvent: {'@type': 'EventSeries', name: series.title},
    ...(summary && {description: summary}),
    performer: guests
      .filter(({role}) => role === 'guest')
      .map(({guest}) => ({
        '@type': 'Person' as const,
        name: guest.name,
        ...(guest.organization && {
          affiliation: {'@type': 'Organization' as const, name: guest.organization.name},
        }),
      })),
  }
}
