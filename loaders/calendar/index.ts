export {recurrenceSentence} from '../../schemas/time/index.ts'
export {parseCalendar, type ParseOptions} from './parseCalendar.ts'
export {mergeEvents, type MergeAnswer, type MergeOptions} from './mergeEvents.ts'
export type {
  CadenceEvent,
  EventFields,
  EventOrigin,
  FeedEvent,
  Join,
  MergedEvent,
  TouchpointEvent,
} from './merge/mergedEvent.ts'
export type {
  CadenceInput,
  CadencesSource,
  EventSource,
  FailedFeedSource,
  FeedSource,
  TitleFilter,
  TouchpointInput,
  TouchpointsSource,
} from './merge/sources.ts'
export type {BetweenOptions, Calendar, Occurrence, OccurrencesAnswer} from './types.ts'
