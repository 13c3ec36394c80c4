import type {MergedEvent} from '@touchpoints/calendar'

import type {PublishedEvent} from './eventsFormat.ts'
import {groupOf} from './groupOf.ts'
import type {PublishedDocuments, TouchpointDetails} from './documents.ts'

export interface PublishOptions {
  /** The page about an event, where the site has one. It goes before the event's own link. */
  pageOf?: (event: MergedEvent) => string | undefined
}

/**
 * Merged events as strangers may see them, with what the documents know beside: people, topics,
 * regions, slugs. A meeting for members keeps its date and loses every link to join it, in whatever
 * property a feed has put one; organizers lose their address.
 */
export function publishEvents(
  events: readonly MergedEvent[],
  documents: PublishedDocuments,
  {pageOf}: PublishOptions = {},
): PublishedEvent[] {
  const touchpoints = byId(documents.touchpoints)
  const series = byId(documents.series)
  const workingGroups = byId(documents.workingGroups)
  return events.map((event) => {
    const touchpoint =
      event.kind === 'touchpoint' ? touchpoints.get(event.touchpoint.id) : undefined
    const itsSeries = event.series && series.get(event.series.id)
    const group = event.workingGroup
      ? workingGroups.get(event.workingGroup.id)
      : groupOf(event, documents.workingGroups ?? [])
    return withoutUndefined({
      id: event.id,
      kind: event.kind,
      title: event.title,
      start: event.start,
      end: event.end,
      allDay: event.allDay,
      floating: event.floating,
      timeZone: event.timeZone,
      status: event.status,
      cancelReason: event.cancelReason,
      ...linksOf(event),
      url: pageOf?.(event) ?? (audienceOf(event) === 'members' ? undefined : event.url),
      audience: audienceOf(event),
      topics: [...new Set([...(touchpoint?.topics ?? []), ...event.categories])],
      regions: [...(itsSeries?.regions ?? [])],
      series:
        event.series &&
        withoutUndefined({
          id: event.series.id,
          title: itsSeries?.title ?? event.series.title ?? event.title,
          slug: itsSeries?.slug,
        }),
      workingGroup: group
        ? {id: group._id, title: group.title, slug: group.slug}
        : event.workingGroup,
      calendars: event.calendarIds,
      people: peopleOf(touchpoint),
      organizer: event.organizer?.name,
      changedAt:
        event.calendarIds.length > 0
          ? undefined
          : (touchpoint?.updatedAt ?? itsSeries?.updatedAt ?? group?.updatedAt),
    })
  })
}

const link = /(?:https?|zoommtg|msteams):\/\/\S+/gi

function linksOf(event: MergedEvent): Pick<PublishedEvent, 'description' | 'location' | 'joinUrl'> {
  const {description, location, joinUrl} = event
  if (audienceOf(event) !== 'members') return {description, location, joinUrl}
  // Feeds repeat the link in their text, with a dial-in and a passcode beside it: of a meeting for
  // members only the editors' own words are sure to be public, and those without links. A touchpoint
  // without a summary shows the feed's words, so once a feed holds it nobody can tell whose they are.
  const editorsWords = event.calendarIds.length > 0 ? undefined : description
  return {
    description: editorsWords?.replace(link, '').trim() || undefined,
    location: location && location.replace(link, '') === location ? location : undefined,
    joinUrl: undefined,
  }
}

function audienceOf({audience}: MergedEvent): 'everyone' | 'members' | undefined {
  return audience === 'everyone' || audience === 'members' ? audience : undefined
}

function peopleOf(touchpoint: TouchpointDetails | undefined): PublishedEvent['people'] {
  return (touchpoint?.guests ?? []).map(({role, guest}) =>
    withoutUndefined({name: guest.name, role, organization: guest.organization?.name}),
  )
}

function byId<Document extends {_id: string}>(documents: readonly Document[] = []) {
  return new Map(documents.map((document) => [document._id, document]))
}

/** Answers travel as JSON and compare as values: what is absent is left out. */
function withoutUndefined<Value extends object>(value: Value): Value {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  }
  return value
}
