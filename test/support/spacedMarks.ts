/**
 * Returns the places of a page with a space before a comma. A line break of a template between a word and its
 * comma is a space in the page.
 */
export function spacedMarks(html: string): string[] {
  const body = html.slice(html.indexOf('<body'))
  const text = body
    .replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/?(?:a|abbr|bdi|em|i|mark|span|strong|time)(?:\s[^>]*)?>/g, '')
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\s+/g, ' ')
  return [...text.matchAll(/[^|]{0,30} [,،、，](?=[ |])/g)].map(([place]) => place.trim())
}
