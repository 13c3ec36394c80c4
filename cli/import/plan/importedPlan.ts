import type {ImportPlan} from '@touchpoints/importers/plan'

/** A plan, and what the source contains besides. */
export interface ImportedPlan extends ImportPlan {
  /** Numbers of the files that nothing reads, by a word such as `code file`. */
  others: Readonly<Record<string, number>>
  /** What to say about the source, such as that it has no history. */
  notes: readonly string[]
}
