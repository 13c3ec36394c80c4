import {selectEvents, type PublishedEvent} from '../../feeds/index.ts'
import type {NamedDocument, CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {HttpError} from './HttpError.ts'

const names = ['series', 'working-group', 'topic', 'region', 'calendar', 'event']

/**
 * Returns the events that the filters of an address select.
 *
 * @throws HttpError for an unknown filter, or an unknown value: a subscription that is silently empty is
 * noticed months later
 */
export function requestedEvents(
  snapshot: CalendarSnapshot,
  query: URLSearchParams,
): PublishedEvent[] {
  const filters = [...query.keys()].filter((name) => !isForCachesOnly(name))
  const unknown = filters.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new HttpError(
      400,
      'unknown-filter',
      `Unknown filter "${unknown}". Use one of: ${names.join(', ')}.`,
    )
  }
  const value = (name: string) => query.get(name) ?? undefined
  const [series, workingGroup] = [value('series'), value('working-group')]
  const [calendar, region, event] = [value('calendar'), value('region'), value('event')]
  mustBeKnown('series', series, snapshot.series.flatMap(namesOf))
  mustBeKnown('working group', workingGroup, snapshot.workingGroups.flatMap(namesOf))
  mustBeKnown('calendar', calendar, idsOf(snapshot.document.calendars))
  mustBeKnown(
    'region',
    region?.toLowerCase(),
    snapshot.regions.map((each) => each.toLowerCase()),
  )
  mustBeKnown('event', event, idsOf(snapshot.document.events))
  return selectEvents(snapshot.document.events, {
    ...(series !== undefined && {series}),
    ...(workingGroup !== undefined && {workingGroup}),
    ...(calendar !== undefined && {calendar}),
    ...(region !== undefined && {region}),
    ...(event !== undefined && {event}),
    ...(query.has('topic') && {topic: value('topic') ?? ''}),
  })
}

/** Whether a query parameter only bypasses a cache, or counts clicks. */
export function isForCachesOnly(name: string): boolean {
  return name.startsWith('_') || name.startsWith('utm_')
}

function namesOf({slug, _id}: NamedDocument): string[] {
  return [slug, _id]
}

function idsOf(all: readonly {id: string}[]): string[] {
  return all.map(({id}) => id)
}

function mustBeKnown(what: string, name: string | undefined, known: readonly string[]): void {
  if (name === undefined || known.includes(name)) return
  const some = known.length > 0 && known.length <= 40 ? ` Use one of: ${known.join(', ')}.` : ''
  throw new HttpError(404, 'not-found', `Unknown ${what} "${name.slice(0, 200)}".${some}`)
}
