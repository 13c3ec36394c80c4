import type * as z from 'zod/mini'

/** Returns what handles the added fields of the items of a view. Undefined for a view without any. */
export type AddedFields = (view: z.core.$ZodType) => AddedToItems | undefined

/** Handles the added fields of the items of one view, which the rest of a loader does not know. */
export interface AddedToItems {
  /** Returns a copy of a stored item without what visitors must not see in its added fields. */
  withheld(item: unknown): unknown
  /**
   * Takes the added fields out of a value, so that what follows sees the fields of the package alone.
   *
   * @returns a function that puts them back
   */
  detach(value: unknown): () => void
  /** Returns a copy of what the view made of a source, which the view can read again. */
  stored(value: unknown, source: unknown): unknown
}
