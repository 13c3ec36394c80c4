/** An intentionally empty entry of a table. */
export interface None {
  /** The reason, in a sentence. */
  none: string
}
