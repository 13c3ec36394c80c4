export {calendarView, type Calendar} from './calendar.ts'
export {calendarDecisionView, type CalendarDecision} from './calendarDecision.ts'
export type {Cadence, CadenceBreak, CadenceException, CadenceSlot} from './cadence.ts'
export type {Channel, ChannelKind} from './channel.ts'
export {
  communityView,
  type Community,
  type CommunityRegion,
  type Term,
  type Vocabulary,
  type Workspace,
} from './community.ts'
export type {GroupReference} from './group.ts'
export {guestView, type Guest} from './guest.ts'
export type {Image} from './image.ts'
export type {Link, MeetingLinks} from './links.ts'
export {meetingsPageView, type MeetingsPage} from './meetingsPage.ts'
export {organizationView, type Organization} from './organization.ts'
export {projection} from './projection.ts'
export {recordingView, type Recording} from './recording.ts'
export type {RichText} from './richText.ts'
export type {Schedule} from './schedule.ts'
export {seriesView, type Series} from './series.ts'
export {touchpointView, type Touchpoint} from './touchpoint.ts'
export type {TypedLink} from './typedLink.ts'
export {workingGroupView, type GroupRole, type WorkingGroup} from './workingGroup.ts'
