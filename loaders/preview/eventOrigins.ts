import type {MergedEvent} from '@touchpoints/calendar'

import type {EventViews} from '../events/eventInputs.ts'
import {type Origin, originOf, rememberProperties} from './origins.ts'

/**
 * Records where the values of merged events can be edited. In a preview, an event of the calendar then
 * opens its touchpoint or series. Values from feeds have no origin.
 */
export function rememberEventOrigins(
  events: readonly MergedEvent[],
  {touchpoints, series}: EventViews,
) {
  const byId = <View extends {_id: string}>(views: readonly View[]) =>
    new Map(views.map((view) => [view._id, view]))
  const [touchpointOf, seriesOf] = [byId(touchpoints), byId(series)]
  for (const event of events) {
    const cadence = event.sources.find(({kind}) => kind === 'cadence')
    if (event.kind === 'touchpoint') {
      rememberTouchpoint(event, touchpointOf.get(event.touchpoint.id))
    } else if (event.kind === 'cadence' && cadence?.kind === 'cadence') {
      rememberCadence(event, seriesOf.get(cadence.id))
    }
    const eventSeries = event.series && seriesOf.get(event.series.id)
    if (event.series && eventSeries) rememberTitle(event.series, eventSeries)
  }
}

function rememberTouchpoint(
  event: MergedEvent,
  touchpoint: EventViews['touchpoints'][number] | undefined,
) {
  if (!touchpoint) return
  const {schedule, links} = touchpoint
  remember(event, {
    title: originOf(touchpoint, 'title'),
    start: originOf(schedule, 'start'),
    end: originOf(schedule, 'end'),
    timeZone: originOf(schedule, 'timeZone'),
    status: originOf(touchpoint, 'status'),
    cancelReason: originOf(touchpoint, 'cancelReason'),
    description: originOf(touchpoint, 'summary'),
    joinUrl: originOf(links, 'join'),
    audience: originOf(touchpoint, 'audience'),
  })
}

function rememberCadence(
  event: MergedEvent,
  view: {title: string; description: string | null} | undefined,
) {
  if (!view) return
  const cadence = originOf(view, 'cadence')
  remember(event, {
    title: originOf(view, 'title'),
    description: originOf(view, 'description'),
    start: cadence,
    end: cadence,
  })
}

function rememberTitle(value: object, view: object) {
  remember(value, {title: originOf(view, 'title')})
}

function remember(value: object, origins: Record<string, Origin | undefined>) {
  const known = Object.entries(origins).flatMap(([name, origin]): [string, Origin][] =>
    origin ? [[name, origin]] : [],
  )
  if (known.length > 0) rememberProperties(value, known)
}
