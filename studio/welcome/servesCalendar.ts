export type FetchResponse = (
  url: string,
  options: {signal: AbortSignal},
) => Promise<Pick<Response, 'status' | 'headers'>>

/**
 * Returns whether a calendar feed answers at an address. A site that was there before it had meetings answers 404, and
 * a browser refuses the reply of a site that does not share it. A server error says nothing about its pages.
 */
export async function servesCalendar(
  feed: string,
  {fetch, signal}: {fetch: FetchResponse; signal: AbortSignal},
): Promise<boolean> {
  try {
    const {status, headers} = await fetch(feed, {signal})
    if (status >= 500) return true
    return status === 200 && headers.get('content-type')?.startsWith('text/calendar') === true
  } catch {
    return false
  }
}
