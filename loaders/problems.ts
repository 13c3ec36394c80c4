import type {CalendarsProblem} from '@touchpoints/calendar'

import type {RuleFinding} from './rules/rulesPort.ts'

/**
 * What a loader could not use, told to whoever can mend it. Data is never silently dropped: whatever
 * is left out of an answer stands in its `problems`.
 *
 * Every `message` says what is wrong, why it matters here, and what to do.
 */
export type Problem = CalendarsProblem | RuleProblem

/**
 * What a rule found in a stored document, told by a loader that was given rules. Nothing is left out
 * because of it: it is for editors.
 */
export interface RuleProblem extends RuleFinding {
  kind: 'rule'
  /** Opens the document in the Studio, when the loader knows where the Studio is. */
  studioUrl?: string
}
