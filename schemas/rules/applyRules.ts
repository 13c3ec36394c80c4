import type {Finding, DocumentQuery, Rule} from './finding.ts'
import {publishedId, type StoredDocument} from '../reading/stored.ts'

/**
 * Returns the findings of these rules in one document.
 *
 * @param context.now - UTC instant
 * @param context.find - returns the documents that match a query, possibly with the document itself
 */
export function applyRules(
  rules: readonly Rule[],
  document: StoredDocument,
  {now, find}: {now: string; find: (query: DocumentQuery) => readonly StoredDocument[]},
): Finding[] {
  return rules.flatMap((rule) => {
    const query = rule.query?.(document)
    const others = query ? find(query) : []
    return rule
      .check(document, {now, others: withoutItself(document, others)})
      .map((finding) => ({code: rule.code, ...finding}))
  })
}

/** Removes the document, its drafts and its versions, so that a draft isn't compared with itself. */
function withoutItself(document: StoredDocument, others: readonly StoredDocument[]) {
  const own = publishedId(document._id)
  return others.some(({_id}) => publishedId(_id) === own)
    ? others.filter(({_id}) => publishedId(_id) !== own)
    : others
}
