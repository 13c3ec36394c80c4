/**
 * Returns the start of a text that ends with a word, for descriptions. Search engines show about 160 characters.
 *
 * @example shortText('One two three', 9) // 'One two…'
 */
export function shortText(text: string, max = 200): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = Array.from(line)
  if (letters.length <= max) return line
  const start = letters.slice(0, max - 1).join('')
  const word = start.lastIndexOf(' ')
  return `${(word > max / 2 ? start.slice(0, word) : start).replace(/[\s,;:.–-]+$/, '')}…`
}
