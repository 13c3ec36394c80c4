import type {SnapshotCache} from './snapshotCache.ts'

/**
 * Returns the response for monitoring: 200 while there is something to serve, 503 otherwise. It contains
 * counts and states only. `touchpoints doctor` lists the problems themselves, with a token.
 */
export async function health(snapshots: SnapshotCache): Promise<Response> {
  const options = {headers: {'cache-control': 'no-store'}}
  const state = await snapshots.current().catch(() => undefined)
  if (!state) return Response.json({status: 'down'}, {...options, status: 503})
  const {snapshot, readAt, failure} = state
  const {calendars, events, nextChangeAt} = snapshot.document
  const isHealthy = !failure && calendars.every((calendar) => calendar.state === 'ok')
  return Response.json(
    {
      status: isHealthy ? 'ok' : 'degraded',
      lastSuccess: new Date(readAt).toISOString(),
      contentLake: failure ? 'unavailable' : 'ok',
      calendars: calendars.map(({id, title, state}) => ({id, title, state})),
      events: events.length,
      problems: snapshot.problems.length,
      nextChangeAt,
    },
    options,
  )
}
