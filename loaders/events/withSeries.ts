import type {MergedEvent} from '@touchpoints/calendar'

import type {Series} from '../views/series.ts'
import {defaultSeriesName} from './seriesName.ts'

/**
 * Returns merged events in which the events of feeds have the series that names them, with its group and its
 * audience.
 *
 * The merge knows series by their dates. One without a cadence has its dates in a calendar only, and one with
 * a cadence can have more dates there.
 */
export function withSeries(
  events: readonly MergedEvent[],
  series: readonly Series[],
): MergedEvent[] {
  const named = new Map(
    series.flatMap((each): [string, Series][] =>
      each.calendarId === null || each.eventUid === null
        ? []
        : [[identity(each.calendarId, each.eventUid), each]],
    ),
  )
  if (named.size === 0) return [...events]
  return events.map((event) => {
    if (event.kind !== 'feed' || event.series) return event
    const own = event.sources
      .flatMap((source) => (source.kind === 'feed' ? [source] : []))
      .map(({calendarId, uid}) => named.get(identity(calendarId, uid)))
      .find((each) => each !== undefined)
    if (!own) return event
    const {_id: id, group, audience} = own
    return {
      ...event,
      series: {id, title: defaultSeriesName(own)},
      ...(group && {groupId: group._id}),
      audience: event.audience ?? audience,
    }
  })
}

function identity(calendarId: string, eventUid: string): string {
  return JSON.stringify([calendarId, eventUid])
}
