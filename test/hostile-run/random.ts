/** Random choices that a seed repeats. */
export interface Random {
  /** Returns a whole number from 0 to `below - 1`. */
  integer(below: number): number
  /** Returns the items in a random order. */
  shuffled<Item>(items: readonly Item[]): Item[]
  /** Returns one of the items. */
  pick<Item>(first: Item, ...others: Item[]): Item
}

/** Creates random choices from a seed, with mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (below: number) => Math.floor(next() * below)
  return {
    integer,
    shuffled: (items) =>
      items
        .map((item) => ({item, order: next()}))
        .toSorted((a, b) => a.order - b.order)
        .map(({item}) => item),
    pick: (first, ...others) => [first, ...others][integer(others.length + 1)] ?? first,
  }
}
