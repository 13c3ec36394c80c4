/** A record of a preview server: a shared link, or a used secret. */
export interface Entry {
  /** Letters, digits and hyphens. */
  id: string
  /** Published id of the document that it is about. Empty when there is none. */
  documentId: string
  /** When it expires, milliseconds since 1970. */
  until: number
}

/** Stores such records. All processes of a site should share a store that outlives them. */
export interface NonceStore {
  /** Adds an entry. @returns false when its id exists. Of several concurrent calls, one returns true. */
  add(entry: Entry): Promise<boolean>
  /** Removes an entry, if it exists. */
  remove(id: string): Promise<void>
  /** Returns the entries that have not expired. */
  list(): Promise<Entry[]>
}
