import type {MergedEvent} from '@touchpoints/calendar'
import {safeUrl} from '@touchpoints/calendar/links'

import type {Additions, OwnDocuments} from '../extension/additions.ts'
import type {PublishedDocuments, TouchpointDetails} from './documents.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import {groupOf} from './groupOf.ts'

export interface PublishedEventsOptions {
  /** Returns the address of the page about an event. `group` is the group that meets. */
  pageOf:
    | ((event: MergedEvent, group: {slug: string} | undefined) => string | undefined)
    | undefined
  /**
   * Returns what an extension adds to an event: `additionsOf`. It is 12 kB, most of which recognizes join details, so
   * that outputs of a site without an extension do not import it.
   */
  additions: ((event: MergedEvent, documents: OwnDocuments) => Additions) | undefined
}

/** Returns merged events in the format of `events.json`, with details from the documents. */
export function publishedEvents(
  events: readonly MergedEvent[],
  documents: PublishedDocuments,
  {pageOf, additions}: PublishedEventsOptions,
): PublishedEvent[] {
  const touchpoints = byId(documents.touchpoints)
  const series = byId(documents.series)
  const workingGroups = byId(documents.workingGroups)
  return events.map((event) => {
    const touchpoint =
      event.kind === 'touchpoint' ? touchpoints.get(event.touchpoint.id) : undefined
    const seriesDetails = event.series && series.get(event.series.id)
    const groupId = event.groupId ?? seriesDetails?.group?._id
    const group =
      groupId === undefined
        ? groupOf(event, documents.workingGroups ?? [])
        : (workingGroups.get(groupId) ?? seriesDetails?.group ?? undefined)
    const added = additions?.(event, {
      touchpoint,
      series: seriesDetails,
      workingGroup: group && workingGroups.get(group._id),
    })
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
      description: event.description,
      location: added?.location ?? event.location,
      joinUrl: event.joinUrl,
      url: safeUrl(pageOf?.(event, group) ?? '') ?? event.url,
      audience: audienceOf(event),
      topics: [
        ...new Set([
          ...(touchpoint?.topics ?? []),
          ...event.categories,
          ...(added?.categories ?? []),
        ]),
      ],
      regions: [...(seriesDetails?.regions ?? [])],
      series:
        event.series &&
        withoutUndefined({
          id: event.series.id,
          title: seriesDetails?.title ?? event.series.title ?? event.title,
          slug: seriesDetails?.slug,
        }),
      workingGroup: group && {id: group._id, title: group.title, slug: group.slug},
      calendars: event.calendarIds,
      people: peopleOf(touchpoint),
      organizer: event.organizer?.name,
      changedAt:
        event.calendarIds.length > 0
          ? undefined
          : (touchpoint?.updatedAt ?? seriesDetails?.updatedAt),
      extra: present(added?.extra),
      properties: present(added?.properties),
    })
  })
}

/** An event without added values has no empty object. */
function present<Values extends object>(values: Values | undefined): Values | undefined {
  return values && Object.keys(values).length > 0 ? values : undefined
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

/** Removes undefined properties, so that events compare like their JSON. */
function withoutUndefined<Value extends object>(value: Value): Value {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  }
  return value
}
