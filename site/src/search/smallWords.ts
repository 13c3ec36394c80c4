/**
 * Words that connect others, folded. A query may have them, but no document must: "marzo de 2025" is a date, and a
 * title rarely has all small words of a sentence. One list for all languages, because titles mix them.
 */
const smallWords: ReadonlySet<string> = new Set(
  [
    'a an and at by for from how in of on or the to what with',
    'al con de del el en la las los para por que un una y',
    'au aux avec des du et le les pour sur une',
    'am aus bei das dem den der die ein eine fur im in mit und vom von zu zum zur',
    'في من الى على عن مع و',
  ].flatMap((line) => line.split(' ')),
)

/** Returns the terms without small words, or all of them if nothing else is left. */
export function mainTerms(terms: readonly string[]): readonly string[] {
  const main = terms.filter((term) => !smallWords.has(term))
  return main.length > 0 ? main : terms
}
