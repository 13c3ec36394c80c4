import {applyRules} from './applyRules.ts'
import {datasetIndex} from './datasetIndex.ts'
import type {DocumentFinding} from './finding.ts'
import type {StoredDocument} from '../reading/stored.ts'
import {rulesFor} from './rulesByType.ts'

/**
 * What every rule finds in a dataset, in the order of its documents.
 *
 * Give it one perspective: the published documents, or the drafts in the place of their published
 * forms. A document whose fields break their formats is not a rule's business, and raises nothing here.
 *
 * @param facts.now - UTC instant that "past" and "still processing" are measured from
 * @example
 * checkDataset(documents, {now: '2026-11-22T00:00:00Z'})
 * // [{documentId: 'recording-2025-03-24', code: 'processing-too-long', level: 'warning', …}]
 */
export function checkDataset(
  documents: readonly StoredDocument[],
  {now}: {now: string},
): DocumentFinding[] {
  const answer = datasetIndex(documents)
  return documents.flatMap((document) =>
    applyRules(rulesFor(document._type), document, {now, answer}).map((finding) => ({
      documentId: document._id,
      documentType: document._type,
      ...finding,
    })),
  )
}
