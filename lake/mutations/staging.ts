import type {StoredDocument} from '../document.ts'
import type {Change} from '../store/store.ts'

/** A document while a transaction works on it: not yet stored, and perhaps never. */
interface Staged {
  before: StoredDocument | undefined
  after: StoredDocument | undefined
  mutations: unknown[]
}

/** The dataset as a transaction that is under way sees it. */
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

  /** The ids that were set so far. */
  ids(): string[] {
    return [...this.#staged.keys()]
  }

  /** In the order of first touch. What was made and deleted again is left out. */
  changes(): Change[] {
    return [...this.#staged]
      .filter(([, {before, after}]) => before || after)
      .map(([documentId, staged]) => ({documentId, ...staged}))
  }
}
