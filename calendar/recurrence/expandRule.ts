import {EngineExpansion} from './engineExpansion.ts'
import {steppedExpansion} from './steppedExpansion.ts'
import type {Expansion} from './expansion.ts'
import type {Rule} from './rule.ts'

/**
 * Creates the expansion of a rule.
 *
 * @param first - DTSTART as a wall time.
 * @param until - UNTIL as a wall time, Infinity without one.
 */
export function expandRule(rule: Rule, first: number, until: number): Expansion {
  return steppedExpansion(rule, first, until) ?? new EngineExpansion(rule, first, until)
}
