import type {CalendarsProblem} from '@touchpoints/calendar'

import type {Stale} from './stale.ts'
import type {RuleFinding} from './rules/rulesPort.ts'

/**
 * Content the loader skipped, with how to fix it. The loader never drops data silently: everything that
 * is left out of a result is in its `problems`.
 *
 * Every `message` says what is wrong, why it matters, and what to do.
 */
export type Problem =
  | CalendarsProblem
  | ConfigurationProblem
  | FilterProblem
  | RuleProblem
  | StaleProblem

/** A rule's finding in a stored document, for editors. The document is still part of the result. */
export interface RuleProblem extends RuleFinding {
  kind: 'rule'
  /** Link to the document in the Studio. Absent when the loader has no `studioUrl`. */
  studioUrl?: string
}

/** A part of the content that the loader's options leave out, although the content asks for it. */
export interface ConfigurationProblem {
  kind: 'configuration'
  /** The option of `createLoader` that is missing. */
  option: 'calendars'
  /** Ids of the calendar documents with feeds that nobody reads. */
  calendarIds: string[]
  message: string
}

/** The whole result is an earlier one, because the Content Lake does not answer. */
export interface StaleProblem extends Stale {
  kind: 'stale'
  message: string
}

/** A filter names a document, or a document type, that does not exist, so that nothing matches. */
export interface FilterProblem {
  kind: 'filter'
  /** Name of the filter, such as `series`. */
  name: string
  /** Its value: a slug or a type that no document has. */
  value: string
  message: string
}
