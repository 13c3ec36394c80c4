export {keepFairly} from '../fairness.ts'
export type {DecisionInput} from './sources.ts'
export {feedSource} from './feedSource.ts'
export type {MeetingIdentity} from './meetingIdentity.ts'
export type {
  CadenceEvent,
  EventFields,
  EventOrigin,
  FeedEvent,
  GivenField,
  Join,
  Lookalike,
  MergedEvent,
  TouchpointEvent,
} from './mergedEvent.ts'
export {mergeEvents, type MergeResult, type MergeOptions} from './mergeEvents.ts'
export type {PublicationPolicy} from './publishable.ts'
export type {
  CadenceInput,
  CadencesSource,
  DecisionsSource,
  EventSource,
  FailedFeedSource,
  FeedSource,
  TitleFilter,
  TouchpointInput,
  TouchpointsSource,
} from './sources.ts'
export {normalTitle, titleSimilarity} from './titleSimilarity.ts'
