import {ConfigurationError, type Loader} from '../../index.ts'

/**
 * The merged calendar of a window as the Studio's calendar tool reads it: every source of each event,
 * what contradicts what, and how each feed is doing. It is for editors: it names what visitors do not
 * see. Parameters of the address: `from` and `to`, UTC instants.
 */
export async function editorsEventsResponse(
  loader: Pick<Loader, 'events'>,
  query: URLSearchParams,
): Promise<Response> {
  const window = {from: query.get('from') ?? '', to: query.get('to') ?? ''}
  const headers = {'cache-control': 'no-store'}
  try {
    const {data, problems, feeds = []} = await loader.events(window)
    return Response.json({events: data, problems, feeds}, {headers})
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const status = error instanceof ConfigurationError || error instanceof RangeError ? 400 : 502
    return Response.json({message}, {status, headers})
  }
}
