import type {Item} from './items.ts'
import type {Join} from './mergedEvent.ts'

/** Two items that may be the same event. `joinItems` decides whether to join them. */
export interface Candidate {
  a: Item
  b: Item
  reason: Join['reason']
  similarity?: number
  /** Distance in milliseconds, only for `linked`, `decided` and `moved-date`, where the nearest pair is used. Otherwise 0. */
  distance: number
}
