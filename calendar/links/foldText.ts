/** A text in one spelling, with the place of each of its characters in the original. */
export interface FoldedText {
  text: string
  /** Returns the index in the original of the character at an index of `text`. */
  at: (index: number) => number
}

/**
 * Writes a text in one spelling, so that words are compared as people see them: compatibility forms
 * such as full width become plain, accents and invisible characters are removed, and Cyrillic and Greek
 * letters become the Latin letters that they look like. Upper and lower case stay.
 *
 * @example
 * foldText('Ｐ\u00ADаss').text // 'Pass'
 */
export function foldText(text: string): FoldedText {
  if (plain.test(text)) return {text, at: (index) => index}
  const indexes: number[] = []
  let folded = ''
  let from = 0
  for (const character of text) {
    const letter = foldCharacters(character)
    for (let each = 0; each < letter.length; each++) indexes.push(from)
    folded += letter
    from += character.length
  }
  return {text: folded, at: (index) => indexes[index] ?? text.length}
}

/** Returns the text of `foldText` only, which is faster. */
export function foldCharacters(text: string): string {
  if (plain.test(text)) return text
  return text
    .normalize('NFKD')
    .replaceAll(unseen, '')
    .replaceAll(lookAlike, (letter) => latin.get(letter) ?? letter)
}

const plain = /^[\t\n\r\x20-\x7e]*$/
const unseen = /(?![\t\n\r])[\p{M}\p{Cf}\p{DI}\p{Cc}]/gu

const others = 'АВЕЅІЈКМНОРСТУХаеѕіјкорсухһԁԛԝӏɑΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορτυχωςıɡ⍺ℓ'
const latins = 'ABESIJKMHOPCTYXaesijkopcyxhdqwlaABEZHIKMNOPTYXavikoptuxwσigal'
const latin: ReadonlyMap<string, string> = new Map(
  Array.from(others, (letter, index) => [letter, latins.charAt(index)]),
)
const lookAlike = new RegExp(`[${others}]`, 'gu')
