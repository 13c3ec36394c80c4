import {extendView} from './extendView.ts'
import type {Extension, FieldViews} from './extension.ts'
import {ownViews, type Views} from './ownViews.ts'

/** An extension never changes, and a site can create a loader for each request. */
const known = new WeakMap<Extension, Views>()

/** Returns the views with the added fields, which `createLoader` has checked. */
export function viewsWith(extension: Extension | undefined): Views {
  if (!extension?.fields) return ownViews
  const views = known.get(extension) ?? extended(fieldViewsOf(extension))
  known.set(extension, views)
  return views
}

function fieldViewsOf({fields = {}}: Extension): FieldViews {
  return Object.fromEntries(Object.entries(fields).map(([type, {view}]) => [type, view]))
}

function extended(added: FieldViews): Views {
  return {
    touchpoint: extendView(ownViews.touchpoint, added),
    series: extendView(ownViews.series, added),
    guest: extendView(ownViews.guest, added),
    organization: extendView(ownViews.organization, added),
    workingGroup: extendView(ownViews.workingGroup, added),
    recording: extendView(ownViews.recording, added),
    calendar: extendView(ownViews.calendar, added),
    calendarDecision: extendView(ownViews.calendarDecision, added),
    community: extendView(ownViews.community, added),
    meetingsPage: extendView(ownViews.meetingsPage, added),
    seriesWithNext: extendView(ownViews.seriesWithNext, added),
  }
}
