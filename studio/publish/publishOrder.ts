import {publishedId} from '@touchpoints/schemas/reading'

/**
 * Sorts documents so that each one comes after those it refers to.
 *
 * Both Content Lakes check references when the transaction ends, but the order keeps each step valid on its
 * own. Documents that refer to each other stay in the given order.
 *
 * @example publishOrder([session, guest]) // [guest, session], if the session refers to the guest
 */
export function publishOrder<Document extends {_id: string}>(
  documents: readonly Document[],
): Document[] {
  const byId = new Map(documents.map((document) => [publishedId(document._id), document]))
  const ordered = new Set<Document>()
  const visited = new Set<Document>()
  const visit = (document: Document) => {
    if (visited.has(document)) return
    visited.add(document)
    for (const id of referencedIds(document)) {
      const target = byId.get(id)
      if (target) visit(target)
    }
    ordered.add(document)
  }
  documents.forEach(visit)
  return [...ordered]
}

/** Returns the ids of all references in a value, each once. */
export function referencedIds(value: unknown): Set<string> {
  const ids = new Set<string>()
  const visit = (each: unknown) => {
    if (typeof each !== 'object' || each === null) return
    for (const [name, inner] of Object.entries(each)) {
      if (name === '_ref' && typeof inner === 'string') ids.add(inner)
      else visit(inner)
    }
  }
  visit(value)
  return ids
}
