const open = String.raw`<(?:a|abbr|bdi|em|span|strong|time)(?:\s[^>]*)?>`
const close = String.raw`<\/(?:a|abbr|bdi|em|span|strong|time)>`
/** Two words with nothing between them except the end of one element and the start of another. */
const joined = new RegExp(`[\\p{L}\\p{N})]+(?:${close})+(?:${open})+[\\p{L}\\p{N}(]+`, 'gu')
/** Contains no other element of the same name. */
const leaf = (name: string) =>
  new RegExp(`<span(?=[^>]*${name})[^>]*>(?:(?!<\\/?span)[\\s\\S])*<\\/span>`, 'g')

/**
 * Returns the places of a page where only the style sheet separates two words. A copied text and a screen
 * reader have them as one word.
 */
export function joinedWords(html: string): string[] {
  const body = html.slice(html.indexOf('<body'))
  const read = body
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(leaf('date-tile-'), '')
    .replaceAll(leaf('hidden'), ' ')
  return [...read.matchAll(joined)].map(([text]) => text.replaceAll(/<[^>]+>/g, '|'))
}
