import type {MergedEvent} from '@touchpoints/calendar'

import type {PublishedEvent} from '../../feeds/eventsFormat.ts'
import {publishEvents} from '../../feeds/publishEvents.ts'
import {maxSnapshotEvents} from '../../feeds/readSnapshot.ts'
import {ConfigurationError, type Loader, type TimeWindow} from '../../index.ts'
import type {Problem} from '../../problems.ts'

/** What the editors' calendar needs of a loader. The last two are for what an extension publishes. */
export type EditorsLoader = Pick<Loader, 'events'> &
  Partial<Pick<Loader, 'meetingsPage' | 'extension'>>

/** What visitors get of an event from an extension, and its topics. */
type PublishedValues = Pick<PublishedEvent, 'location' | 'topics' | 'extra' | 'properties'>

/**
 * Returns the merged calendar of a window for the Studio's calendar tool: events with all sources,
 * contradictions between them, and the state of each feed. With an extension, `published` has what its
 * `publish` functions return, by the id of the event. It is for editors only, because it contains what
 * visitors must not see. Query parameters: `from` and `to`, UTC instants.
 *
 * @param onError - called with an error that is not about the query
 */
export async function editorsEventsResponse(
  loader: EditorsLoader,
  query: URLSearchParams,
  onError: (error: unknown) => void = () => {},
): Promise<Response> {
  const window = {from: query.get('from') ?? '', to: query.get('to') ?? ''}
  const headers = {'cache-control': 'no-store'}
  try {
    const {data, problems, feeds = []} = await loader.events({...window, limit: maxSnapshotEvents})
    const added = await valuesOf(loader, window, data)
    const body = {events: data, problems: [...problems, ...added.problems], feeds}
    const {published} = added
    return Response.json({...body, ...(published && {published})}, {headers})
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const status = error instanceof ConfigurationError || error instanceof RangeError ? 400 : 502
    if (status === 502) onError(error)
    return Response.json({message}, {status, headers})
  }
}

interface Added {
  published?: Readonly<Record<string, PublishedValues>>
  problems: readonly Problem[]
}

async function valuesOf(
  loader: EditorsLoader,
  window: TimeWindow,
  events: readonly MergedEvent[],
): Promise<Added> {
  const {extension} = loader
  const publishes = Object.values(extension?.fields ?? {}).some((added) => 'publish' in added)
  if (!publishes || !loader.meetingsPage) return {problems: []}
  const {data} = await loader.meetingsPage({window})
  const {series, workingGroups} = data
  const problems: Problem[] = []
  const published = publishEvents(
    events,
    {touchpoints: data.window.touchpoints, series, workingGroups},
    // Cleaned as for visitors, so that editors see what is published.
    {extension, onProblem: (problem) => problems.push(problem)},
  )
  const values = published.map(({id, location, topics, extra, properties}) => [
    id,
    {location, topics, extra, properties},
  ])
  return {published: Object.fromEntries(values), problems}
}
