import {documentReads} from '../documentReads.ts'
import {seriesWithNextView} from '../queries/seriesWithNext.ts'

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
