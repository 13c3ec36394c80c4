import {type DuplicateReason, likelyDuplicates, type NamedDocument} from './likelyDuplicates.ts'
import {nameTokens} from './nameTokens.ts'

export interface Offer<Document extends NamedDocument> {
  document: Document
  /** Why it is probably the one that the editor means. Absent if its name only starts like the typed one. */
  reason?: DuplicateReason
}

const maxOffers = 5

/**
 * Returns what to offer while an editor types a name: likely duplicates first, then documents in which a word starts
 * with each typed word.
 *
 * @example offers({name: 'ana j'}, people)[0]?.document.name // 'Ana Jiménez'
 */
export function offers<Document extends NamedDocument>(
  typed: {name: string; link?: string | undefined},
  existing: readonly Document[],
): Offer<Document>[] {
  const byId = new Map(existing.map((document) => [document.id, document]))
  const duplicates = likelyDuplicates(typed, existing).flatMap(({document, reason}) => {
    const own = byId.get(document.id)
    return own ? [{document: own, reason}] : []
  })
  const duplicateIds = new Set(duplicates.map(({document}) => document.id))
  const tokens = nameTokens(typed.name)
  const starting =
    tokens.length === 0
      ? []
      : existing.filter(
          ({id, name}) => !duplicateIds.has(id) && startsWith(nameTokens(name), tokens),
        )
  return [...duplicates, ...starting.map((document) => ({document}))].slice(0, maxOffers)
}

function startsWith(words: readonly string[], tokens: readonly string[]): boolean {
  return tokens.every((token) => words.some((word) => word.startsWith(token)))
}
