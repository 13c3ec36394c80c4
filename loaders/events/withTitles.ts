import type {MergedEvent} from '@touchpoints/calendar'

import type {EventViews} from './eventInputs.ts'
import {seriesName} from './seriesName.ts'

/**
 * Returns merged events with the titles of the documents in the language that was read. They were merged by
 * the titles in the default language, because feeds have those: a translated session would stand beside its
 * own event, and the event of a members' session would be for everyone.
 */
export function withTitles(
  events: readonly MergedEvent[],
  {touchpoints, series}: Pick<EventViews, 'touchpoints' | 'series'>,
): MergedEvent[] {
  const titles = new Map(touchpoints.map(({_id, title}) => [_id, title]))
  const names = new Map(series.map((each) => [each._id, seriesName(each)]))
  return events.map((event) => {
    const name = event.series && names.get(event.series.id)
    const title =
      event.kind === 'touchpoint'
        ? titles.get(event.touchpoint.id)
        : event.kind === 'cadence'
          ? name
          : undefined
    return {
      ...event,
      ...(title !== undefined && {title}),
      ...(event.series && name !== undefined && {series: {...event.series, title: name}}),
    }
  })
}
