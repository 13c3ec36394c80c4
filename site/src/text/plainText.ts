/**
 * Converts a feed's text to plain lines. Google and Outlook put HTML into DESCRIPTION. Tags are removed,
 * never rendered, and the page escapes the rest.
 *
 * @example plainText('Join us<br>at <b>noon</b>') // 'Join us\nat noon'
 */
export function plainText(text: string | undefined): string {
  if (!text) return ''
  return text
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}
