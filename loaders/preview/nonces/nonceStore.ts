/** A note that a preview's server keeps: of a shared link, or of a secret that has been used. */
export interface Entry {
  /** Letters, digits and hyphens. */
  id: string
  /** The document that it is about, by its published id; '' for none. */
  documentId: string
  /** Until when it is of any use, milliseconds since 1970. */
  until: number
}

/** Where such notes are kept. All processes of a site should share one that outlives them. */
export interface NonceStore {
  /** @returns false when an entry of that id is there already: of several at once, one gets true */
  add(entry: Entry): Promise<boolean>
  remove(id: string): Promise<void>
  /** Those that are not over. */
  list(): Promise<Entry[]>
}
