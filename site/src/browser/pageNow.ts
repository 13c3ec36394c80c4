import {dateKey} from '@touchpoints/words/dates'

/**
 * Returns the current instant, UTC. A page of a fixed date has it in `data-now`, so that its days do not follow the
 * clock of the visitor.
 */
export function pageNow(root: Document): string {
  return root.documentElement.dataset['now'] || new Date().toISOString()
}

/** Returns today in a zone, `YYYY-MM-DD`. */
export function todayIn(root: Document, zone: string): string {
  return dateKey(pageNow(root), zone)
}
