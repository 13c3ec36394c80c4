/**
 * The join link that each document lost before it was returned, or null when it had none.
 *
 * The merge compares join links, and must know a members' room to recognize it in a feed. In a WeakMap
 * and not in the values, so that no output can contain it.
 */
const withheld = new WeakMap<object, string | null>()

export function rememberJoin(document: object, join: string | null) {
  withheld.set(document, join)
}

/** Returns the join link that a document lost. Undefined for a document that this loader has not changed. */
export function withheldJoin(document: object): string | null | undefined {
  return withheld.get(document)
}

/** Gives the copy of a document what is known about the original. @returns the copy */
export function withJoinOf<Copy extends object>(original: object, copy: Copy): Copy {
  const join = withheld.get(original)
  if (join !== undefined) withheld.set(copy, join)
  return copy
}
