import {documentTypeNames} from '@touchpoints/schemas/registry'

import {documentReads} from '../documentReads.ts'
import {ConfigurationError} from '../errors.ts'
import {seriesWithNextView} from '../queries/seriesWithNext.ts'
import {extendView} from './extendView.ts'
import {requireOpenObjects} from './requireOpenObjects.ts'
import type {Extension, FieldViews} from './extension.ts'

/** The views that a loader reads with: those of the document types, and a series with its next session. */
export type Views = {
  [Type in keyof typeof documentReads]: (typeof documentReads)[Type]['view']
} & {seriesWithNext: typeof seriesWithNextView}

const {touchpoint, series, guest, organization, workingGroup} = documentReads
const {recording, calendar, calendarDecision, community, meetingsPage} = documentReads

/** The views without any added field. */
export const ownViews: Views = {
  touchpoint: touchpoint.view,
  series: series.view,
  guest: guest.view,
  organization: organization.view,
  workingGroup: workingGroup.view,
  recording: recording.view,
  calendar: calendar.view,
  calendarDecision: calendarDecision.view,
  community: community.view,
  meetingsPage: meetingsPage.view,
  seriesWithNext: seriesWithNextView,
}

/** An extension never changes, and a site can create a loader for each request. */
const known = new WeakMap<Extension, Views>()

/**
 * Returns the views with the added fields.
 *
 * @throws ConfigurationError when a view of the package has a property of the same name, which would be replaced
 */
export function viewsWith(extension: Extension | undefined): Views {
  if (!extension?.fields) return ownViews
  const views = known.get(extension) ?? extended(fieldViewsOf(extension))
  known.set(extension, views)
  return views
}

function requireNewNames(added: FieldViews): void {
  for (const type of documentTypeNames) {
    const own = ownViews[type]._zod.def.shape
    const taken = Object.keys(added[type]?._zod.def.shape ?? {}).find((name) => name in own)
    if (taken === undefined) continue
    throw new ConfigurationError(
      `extension.fields.${type}.view.${taken}`,
      `${type} already has "${taken}" in its view. Give the added property another name.`,
    )
  }
}

function fieldViewsOf({fields = {}}: Extension): FieldViews {
  return Object.fromEntries(Object.entries(fields).map(([type, {view}]) => [type, view]))
}

function extended(added: FieldViews): Views {
  requireNewNames(added)
  for (const [type, view] of Object.entries<FieldViews[keyof FieldViews]>(added)) {
    if (view) requireOpenObjects(`extension.fields.${type}.view`, view)
  }
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
