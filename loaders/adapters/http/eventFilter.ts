import {selectEvents, type PublishedEvent} from '../../feeds/index.ts'
import type {NamedDocument, CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import {HttpError} from './HttpError.ts'

const eventFilters = ['series', 'working-group', 'topic', 'region', 'calendar', 'event']

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
  mustBeFilters(query, eventFilters)
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

/**
 * Returns the recordings of a series or a group, as an address selects them.
 *
 * @throws HttpError for an unknown filter, or an unknown value
 */
export function requestedRecordings(
  {recordings, series, workingGroups}: CalendarSnapshot,
  query: URLSearchParams,
): CalendarSnapshot['recordings'] {
  mustBeFilters(query, recordingFilters)
  const bySeries = slugIn(query, 'series', 'series', series)
  const byGroup = slugIn(query, 'working-group', 'working group', workingGroups)
  return recordings.filter(
    ({touchpoint}) =>
      (bySeries === undefined || touchpoint?.seriesSlug === bySeries) &&
      (byGroup === undefined || touchpoint?.groupSlug === byGroup),
  )
}

const recordingFilters = ['series', 'working-group']

/** Returns the slug of the document that a filter names by its slug or id. */
function slugIn(
  query: URLSearchParams,
  filter: string,
  what: string,
  documents: readonly NamedDocument[],
): string | undefined {
  const name = query.get(filter) ?? undefined
  mustBeKnown(what, name, documents.flatMap(namesOf))
  return documents.find(({slug, _id}) => slug === name || _id === name)?.slug
}

function mustBeFilters(query: URLSearchParams, known: readonly string[]): void {
  const filters = [...query.keys()].filter((name) => !isForCachesOnly(name))
  const unknown = filters.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const message = `Unknown filter "${unknown}". Use one of: ${known.join(', ')}.`
  throw new HttpError(400, 'unknown-filter', message)
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
