import type {ImportPlan as SourcePlan} from '@touchpoints/importers/plan'

import type {ImportPlan} from './planImport.ts'

/**
 * Returns what an import without a new document means: everything exists, or nothing was understood.
 *
 * @param lost - number of lines that were understood only as text of the existing meetings page
 */
export function emptySummary(
  {existing, skipped}: Pick<ImportPlan, 'existing' | 'skipped'>,
  {leftovers}: Pick<SourcePlan, 'leftovers'>,
  lost: number,
): string {
  const understood = existing.filter(({document}) => document._type !== 'meetingsPage').length
  const isRead = understood + skipped.length > 0
  if (!isRead) {
    return 'Nothing in this text was understood as a session, a person, a group or a recording. The lines below say why.'
  }
  return lost + leftovers.length > 0
    ? 'No new documents. What was understood exists already. Some lines were not understood: see below.'
    : 'No new documents. Everything on this page exists already.'
}

/**
 * Returns the existing documents that the text is about. A text from which only a meetings page was read was not
 * understood, and does not mention the existing page.
 */
export function mentionedDocuments({
  drafts,
  existing,
  skipped,
}: ImportPlan): ImportPlan['existing'] {
  const all = [...drafts, ...skipped, ...existing.map(({document}) => document)]
  return all.some(({_type}) => _type !== 'meetingsPage') ? existing : []
}
