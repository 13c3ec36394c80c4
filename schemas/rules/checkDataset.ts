import {addedRulesFor, applyAddedRules, type RuledExtension} from './addedRules.ts'
import {applyRules} from './applyRules.ts'
import {datasetIndex} from './datasetIndex.ts'
import type {DocumentFinding} from './finding.ts'
import type {StoredDocument} from '../reading/stored.ts'
import {rulesFor} from './rulesByType.ts'

/**
 * Returns the findings of all rules in a dataset, in the order of its documents.
 *
 * Pass the documents of one perspective: either published documents, or drafts instead of their
 * published forms. Rules don't report values in the wrong format.
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
  const find = datasetIndex(documents)
  return documents.flatMap((document) =>
    applyRules(rulesFor(document._type), document, {now, find}).map(about(document)),
  )
}

/**
 * Returns the findings of all rules in a dataset, and of those that a project adds, in the order of its
 * documents.
 *
 * @param facts.now - UTC instant
 * @param facts.extension - what `defineExtension` of touchpoints/extend returns
 */
export function checkExtendedDataset(
  documents: readonly StoredDocument[],
  {now, extension}: {now: string; extension: RuledExtension},
): DocumentFinding<string>[] {
  const find = datasetIndex(documents)
  return documents.flatMap((document) => {
    const {_type: type} = document
    const own = applyRules(rulesFor(type), document, {now, find})
    const added = applyAddedRules(addedRulesFor(extension, type), document, now)
    return [...own, ...added].map(about(document))
  })
}

function about({_id: documentId, _type: documentType}: StoredDocument) {
  return <Found extends object>(finding: Found) => ({documentId, documentType, ...finding})
}
