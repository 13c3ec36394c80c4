export {createLoader, type LoaderOptions, type LoaderSettings} from './createLoader.ts'
export {
  ConfigurationError,
  isTouchpointsError,
  ProblemsError,
  QueryError,
  TouchpointsError,
} from './errors.ts'
export type {
  CalendarsAnswer,
  CalendarsAsked,
  FeedAsked,
  MergeCalendars,
} from './events/calendarsPort.ts'
export type {
  Answer,
  Events,
  EventsOptions,
  Loader,
  Meetings,
  MeetingsPageOptions,
  NowOption,
  PreviewOptions,
  SeriesWithNext,
  TimeWindow,
} from './loader.ts'
export type {
  CalendarProblem,
  DisagreementProblem,
  DocumentProblem,
  FeedProblem,
  Problem,
} from './problems.ts'
export type {TouchpointFilter} from './queries/touchpointsQuery.ts'
export type {Perspective, QueryClient, QueryRequest} from './queryPort.ts'
export {calendarView, type Calendar} from './views/calendar.ts'
export {guestView, type Guest} from './views/guest.ts'
export type {Image} from './views/image.ts'
export type {Link, MeetingLinks} from './views/links.ts'
export {meetingsPageView, type MeetingsPage} from './views/meetingsPage.ts'
export {organizationView, type Organization} from './views/organization.ts'
export {projection} from './views/projection.ts'
export {recordingView, type Recording} from './views/recording.ts'
export type {Recurrence} from './views/recurrence.ts'
export type {RichText} from './views/richText.ts'
export type {Schedule} from './views/schedule.ts'
export {seriesView, type Series} from './views/series.ts'
export {touchpointView, type Touchpoint} from './views/touchpoint.ts'
export {workingGroupView, type WorkingGroup} from './views/workingGroup.ts'
