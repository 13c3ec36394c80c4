import type {MarkdownImport} from '@touchpoints/importers/markdown'

/**
 * What became of a Markdown page, for the person who has to look after the rest.
 *
 * @example reportMarkdown(result, 'page.md') // 'page.md: 24 documents (3 touchpoint, …)\n\nNot placed: …'
 */
export function reportMarkdown(
  {documents, unmapped, findings}: MarkdownImport,
  file: string,
): string {
  const counts = [...Map.groupBy(documents, ({_type}) => _type)].map(
    ([type, its]) => `${its.length} ${type}`,
  )
  const head = `${file}: ${documents.length} documents (${counts.join(', ')})`
  const lost = unmapped.map(
    ({line, text, reason}) => `  ${file}:${line}  ${indented(text)}\n    ${reason}`,
  )
  const doubts = findings.map(({line, message}) => `  ${file}:${line}  ${message}`)
  return [
    head,
    lost.length > 0
      ? ['Not placed, yours to look after:', ...lost].join('\n')
      : 'Everything has a place.',
    ...(doubts.length > 0 ? [['Read so, please check:', ...doubts].join('\n')] : []),
  ].join('\n\n')
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ')
}
