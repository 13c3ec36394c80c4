const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Returns the characters of a text as people count them: an emoji or a letter with its accents is one. */
export function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}
