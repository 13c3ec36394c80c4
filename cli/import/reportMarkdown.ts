import type {ImportPlan} from '@touchpoints/importers/plan'

/**
 * Formats the report of a Markdown import: the documents, the text that was not imported, and what to verify.
 *
 * @example reportMarkdown(result, 'page.md') // 'page.md: 24 documents (3 touchpoint, …)\n\n2 items not …'
 */
export function reportMarkdown({documents, leftovers, findings}: ImportPlan, file: string): string {
  const counts = [...Map.groupBy(documents, ({document}) => document._type)].map(
    ([type, ofType]) => `${ofType.length} ${type}`,
  )
  const head = `${file}: ${documents.length} documents (${counts.join(', ')})`
  const missing = leftovers.map(
    ({place, text, reason}) => `  ${file}:${place.line}  ${indented(text)}\n    ${reason}`,
  )
  const uncertain = findings.map(({place, message}) => `  ${file}:${place.line}  ${message}`)
  return [
    head,
    missing.length > 0
      ? [`${items(missing.length)} not imported:`, ...missing].join('\n')
      : 'The whole page was imported.',
    ...(uncertain.length > 0 ? [['Please verify:', ...uncertain].join('\n')] : []),
  ].join('\n\n')
}

function items(count: number): string {
  return `${count} ${count === 1 ? 'item' : 'items'}`
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ')
}
