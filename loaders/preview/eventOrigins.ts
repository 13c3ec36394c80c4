import type {MergedEvent} from '@touchpoints/calendar'

import type {EventViews} from '../events/eventInputs.ts'
import {type Origin, originOf, rememberProperties} from './origins.ts'

/**
 * Notes for merged events which of their values an editor could change, and where: in a preview an
 * event of the calendar opens the touchpoint, the series or the working group that it comes from. What
 * only a feed tells has no origin.
 */
export function rememberEventOrigins(
  events: readonly MergedEvent[],
  {touchpoints, series, workingGroups}: EventViews,
) {
  const byId = <View extends {_id: string}>(views: readonly View[]) =>
    new Map(views.map((view) => [view._id, view]))
  const [touchpointOf, seriesOf, groupOf] = [byId(touchpoints), byId(series), byId(workingGroups)]
  for (const event of events) {
    const cadence = event.sources.find(({kind}) => kind === 'cadence')
    if (event.kind === 'touchpoint') {
      rememberTouchpoint(event, touchpointOf.get(event.touchpoint.id))
    } else if (event.kind === 'cadence' && cadence?.kind === 'cadence') {
      rememberCadence(event, seriesOf.get(cadence.id) ?? groupOf.get(cadence.id))
    }
    const ofSeries = event.series && seriesOf.get(event.series.id)
    if (event.series && ofSeries) rememberTitle(event.series, ofSeries)
    const ofGroup = event.workingGroup && groupOf.get(event.workingGroup.id)
    if (event.workingGroup && ofGroup) rememberTitle(event.workingGroup, ofGroup)
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
  const recurrence = originOf(view, 'cadence') ?? originOf(view, 'call')
  remember(event, {
    title: originOf(view, 'title'),
    description: originOf(view, 'description'),
    start: recurrence,
    end: recurrence,
  })
}

function rememberTitle(value: object, view: object) {
  remember(value, {title: originOf(view, 'title')})
}

function remember(value: object, known: Record<string, Origin | undefined>) {
  const found = Object.entries(known).flatMap(([name, origin]): [string, Origin][] =>
    origin ? [[name, origin]] : [],
  )
  if (found.length > 0) rememberProperties(value, found)
}
