import type {StoredDocument} from '../document.ts'

/**
 * Documents ordered by id, in one array that queries read without copying it.
 *
 * An insertion into 100,000 documents moves 400 kB on average. That takes about 20 µs, which is less
 * than sorting at the next read.
 */
export class SortedDocuments {
  readonly array: StoredDocument[] = []

  put(document: StoredDocument) {
    const last = this.array.at(-1)
    if (!last || last._id < document._id) {
      this.array.push(document)
      return
    }
    const index = this.#indexOf(document._id)
    if (this.array[index]?._id === document._id) this.array[index] = document
    else this.array.splice(index, 0, document)
  }

  remove(id: string) {
    const index = this.#indexOf(id)
    if (this.array[index]?._id === id) this.array.splice(index, 1)
  }

  #indexOf(id: string): number {
    let low = 0
    let high = this.array.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const candidate = this.array[middle]
      if (candidate && candidate._id < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
