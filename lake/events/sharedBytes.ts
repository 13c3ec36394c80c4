/** Counts bytes that wait in several places, each array once. */
export class SharedBytes {
  readonly #uses = new Map<Uint8Array, number>()
  #total = 0

  get total(): number {
    return this.#total
  }

  add(bytes: Uint8Array) {
    const uses = this.#uses.get(bytes) ?? 0
    this.#uses.set(bytes, uses + 1)
    if (uses === 0) this.#total += bytes.byteLength
  }

  remove(bytes: Uint8Array) {
    const uses = this.#uses.get(bytes) ?? 0
    if (uses > 1) {
      this.#uses.set(bytes, uses - 1)
      return
    }
    if (this.#uses.delete(bytes)) this.#total -= bytes.byteLength
  }
}
