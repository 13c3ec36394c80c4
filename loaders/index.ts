export type {SafeUrl, SitePath} from '@touchpoints/calendar/links'
export {apiVersion, defaultPagePath} from '@touchpoints/schemas/defaults'
export {createLoader, type LoaderOptions, type LoaderSettings} from './createLoader.ts'
export {describeProblem} from './describeProblem.ts'
export {
  ConfigurationError,
  isTouchpointsError,
  ProblemsError,
  QueryError,
  TouchpointsError,
} from './errors.ts'
export {cadenceOf} from './events/cadenceOf.ts'
export type {LakeHealth} from './lake/lakeHealth.ts'
export type {LastGood} from './lastGood/lastGoodPort.ts'
export {consoleLogger, oncePerMinute, silent, type Logger} from './logger.ts'
export type {QueryFailure, Stale} from './stale.ts'
export type {
  LoaderResult,
  Events,
  EventsOptions,
  Loader,
  Meetings,
  MeetingsPageOptions,
  NowOption,
  PreviewOptions,
  SeriesWithNext,
  TimeWindow,
  WaitOptions,
} from './loader.ts'
export {edit, type EditPath} from './preview/edit.ts'
export type {
  ConfigurationProblem,
  FilterProblem,
  Problem,
  RuleProblem,
  StaleProblem,
} from './problems.ts'
export type {RecordingFilter} from './queries/recordingsQuery.ts'
export type {SlugFilter} from './queries/slugQuery.ts'
export type {TouchpointFilter} from './queries/touchpointsQuery.ts'
export type {Perspective, QueryClient, QueryRequest} from './lake/queryPort.ts'
export type {DocumentRules, RuleFinding} from './rules/rulesPort.ts'
export {
  calendarDecisionView,
  calendarView,
  communityView,
  guestView,
  meetingsPageView,
  organizationView,
  projection,
  recordingView,
  seriesView,
  touchpointView,
  workingGroupView,
  type Calendar,
  type Cadence,
  type CadenceBreak,
  type CadenceException,
  type CadenceSlot,
  type CalendarDecision,
  type Channel,
  type ChannelKind,
  type Community,
  type CommunityRegion,
  type GroupReference,
  type GroupRole,
  type Guest,
  type Image,
  type Link,
  type MeetingLinks,
  type MeetingsPage,
  type Organization,
  type Recording,
  type RichText,
  type Schedule,
  type Series,
  type Term,
  type Touchpoint,
  type TypedLink,
  type Vocabulary,
  type WorkingGroup,
  type Workspace,
} from './views/index.ts'
