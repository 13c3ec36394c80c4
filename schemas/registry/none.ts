/** An entry that a table does without on purpose. */
export interface None {
  /** Why, in a sentence. */
  none: string
}
