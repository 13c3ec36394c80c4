import type {Item} from './items.ts'
import type {Join} from './mergedEvent.ts'

/** Two items that may be one event. Whether they become one, `joinItems` decides. */
export interface Candidate {
  a: Item
  b: Item
  because: Join['because']
  similarity?: number
  /** Milliseconds between the two, for `linked`: the nearest occurrence is the one meant. */
  distance: number
}
