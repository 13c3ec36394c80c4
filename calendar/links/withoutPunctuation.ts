const punctuation: ReadonlySet<string> = new Set('.,;:!?)]}\'"”’»*_')

/**
 * Removes punctuation from the end of a link: it belongs to the sentence. A loop, because a regular
 * expression takes the square of the length for a link that is made of punctuation.
 */
export function withoutPunctuation(link: string): string {
  let end = link.length
  while (end > 0 && punctuation.has(link.charAt(end - 1))) end--
  return link.slice(0, end)
}
