import {dateKey} from '@touchpoints/words/dates'

/**
 * Returns today in a zone, `YYYY-MM-DD`. A page of a fixed date has it in `data-now`, so that its days do not
 * follow the clock of the visitor.
 */
export function todayIn(root: Document, zone: string): string {
  const fixed = root.documentElement.dataset['now']
  return dateKey(fixed || new Date().toISOString(), zone)
}
