import type {Finding, Question, Rule} from './finding.ts'
import {publishedId, type StoredDocument} from '../reading/stored.ts'

/**
 * What these rules find in one document.
 *
 * @param now - UTC instant
 * @param answer - the documents that answer a question; the document itself may be among them
 */
export function applyRules(
  rules: readonly Rule[],
  document: StoredDocument,
  facts: {now: string; answer: (question: Question) => readonly StoredDocument[]},
): Finding[] {
  return rules.flatMap((rule) => {
    const question = rule.asks?.(document)
    // A question that cannot be asked yet has no answer: the rule then sees no others.
    const others = question ? facts.answer(question) : []
    return rule
      .check(document, {now: facts.now, others: withoutItself(document, others)})
      .map((found) => ({code: rule.code, ...found}))
  })
}

/** A draft is not measured against the published form of itself. */
function withoutItself(document: StoredDocument, others: readonly StoredDocument[]) {
  const own = publishedId(document._id)
  return others.some(({_id}) => publishedId(_id) === own)
    ? others.filter(({_id}) => publishedId(_id) !== own)
    : others
}
