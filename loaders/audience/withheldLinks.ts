/**
 * The link that each document lost before it was returned: the join link, or the secret address of a
 * calendar. Null when it had none.
 *
 * The merge needs them: it reads feeds, and compares join links to recognize a members' room in a feed.
 * In a WeakMap and not in the values, so that no output can contain one.
 */
const withheld = new WeakMap<object, string | null>()

export function rememberLink(document: object, link: string | null) {
  withheld.set(document, link)
}

/** Returns the link that a document lost. Undefined for a document that no loader has changed. */
export function withheldLink(document: object): string | null | undefined {
  return withheld.get(document)
}

/** Documents of an earlier answer. What they lost is stored nowhere. */
const unknown = new WeakSet<object>()

export function forgetLink(document: object) {
  unknown.add(document)
}

/** Whether a document may have had a link that nobody knows. */
export function isLinkUnknown(document: object): boolean {
  return unknown.has(document)
}

/** Gives the copy of a document what is known about the original. @returns the copy */
export function withLinkOf<Copy extends object>(original: object, copy: Copy): Copy {
  if (unknown.has(original)) unknown.add(copy)
  const link = withheld.get(original)
  if (link !== undefined) withheld.set(copy, link)
  return copy
}
