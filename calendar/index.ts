export type {
  CalendarsResult,
  CalendarsRequest,
  CalendarFeed,
  FeedReport,
  CalendarReader,
} from './calendarReader.ts'
export type {FailedHealth, FeedHealth, FreshHealth, StaleHealth} from './fetch/feedHealth.ts'
export {explain} from './explain.ts'
export {defaultCalendarLimits, type CalendarLimits} from './limits.ts'
export {
  feedSource,
  mergeEvents,
  type CadenceEvent,
  type CadenceInput,
  type CadencesSource,
  type DecisionInput,
  type DecisionsSource,
  type EventFields,
  type EventOrigin,
  type EventSource,
  type FailedFeedSource,
  type FeedEvent,
  type FeedSource,
  type GivenField,
  type Join,
  type MeetingIdentity,
  type MergeResult,
  type Lookalike,
  type MergedEvent,
  type MergeOptions,
  type PublicationPolicy,
  type TitleFilter,
  type TouchpointEvent,
  type TouchpointInput,
  type TouchpointsSource,
} from './merge/index.ts'
export {parseCalendar, type ParseOptions} from './parseCalendar.ts'
export {
  feedProblemCodes,
  hidesEvents,
  type CalendarProblem,
  type CalendarsProblem,
  type DisagreementProblem,
  type DocumentProblem,
  type FeedProblem,
  type FeedProblemCode,
  type ResemblanceProblem,
  type ReviewProblem,
  type SilenceProblem,
} from './problems.ts'
export type {BetweenOptions, Calendar, Occurrence, OccurrencesResult} from './types.ts'
