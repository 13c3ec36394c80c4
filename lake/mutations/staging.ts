import type {StoredDocument} from '../document.ts'
import type {Change} from '../store/store.ts'

/** A document that the current transaction has changed. It is not stored yet. */
interface Staged {
  before: StoredDocument | undefined
  after: StoredDocument | undefined
  mutations: unknown[]
}

/** The dataset as the current transaction sees it: stored documents with its changes on top. */
export class Staging {
  readonly #stored: (id: string) => StoredDocument | undefined
  readonly #staged = new Map<string, Staged>()

  constructor(stored: (id: string) => StoredDocument | undefined) {
    this.#stored = stored
  }

  get(id: string): StoredDocument | undefined {
    const staged = this.#staged.get(id)
    return staged ? staged.after : this.#stored(id)
  }

  set(id: string, after: StoredDocument | undefined, mutation: unknown) {
    const staged = this.#staged.get(id)
    if (staged) {
      staged.after = after
      staged.mutations.push(mutation)
      return
    }
    this.#staged.set(id, {before: this.#stored(id), after, mutations: [mutation]})
  }

  /** Returns the ids that were set so far. */
  ids(): string[] {
    return [...this.#staged.keys()]
  }

  /** Returns the changes, ordered by each document's first mutation. Leaves out documents that it created and deleted. */
  changes(): Change[] {
    return [...this.#staged]
      .filter(([, {before, after}]) => before || after)
      .map(([documentId, staged]) => ({documentId, ...staged}))
  }
}
