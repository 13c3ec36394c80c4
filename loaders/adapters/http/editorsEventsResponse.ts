import {maxSnapshotEvents} from '../../feeds/readSnapshot.ts'
import {ConfigurationError, type Loader} from '../../index.ts'

/**
 * Returns the merged calendar of a window for the Studio's calendar tool: events with all sources,
 * contradictions between them, and the state of each feed. It is for editors only, because it contains
 * what visitors must not see. Query parameters: `from` and `to`, UTC instants.
 *
 * @param onError - called with an error that is not about the query
 */
export async function editorsEventsResponse(
  loader: Pick<Loader, 'events'>,
  query: URLSearchParams,
  onError: (error: unknown) => void = () => {},
): Promise<Response> {
  const window = {from: query.get('from') ?? '', to: query.get('to') ?? ''}
  const headers = {'cache-control': 'no-store'}
  try {
    const {data, problems, feeds = []} = await loader.events({...window, limit: maxSnapshotEvents})
    return Response.json({events: data, problems, feeds}, {headers})
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const status = error instanceof ConfigurationError || error instanceof RangeError ? 400 : 502
    if (status === 502) onError(error)
    return Response.json({message}, {status, headers})
  }
}
