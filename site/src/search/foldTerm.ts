/** Latin accents, Hebrew points, Arabic vowel signs and the line that stretches a word. Not the marks of kana or Thai. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]/g

/** Letters that Unicode does not decompose. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
  // Arabic: letters that are often typed as another one.
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
])
const special = /[ßøæœłđðþıςٱىیکة]/g

/** The article, with a preposition or conjunction, before at least three letters. */
const arabicArticle = /^(?:[وبكف]?ال|لل)(?=\p{Script=Arabic}{3})/u

/**
 * Returns the form of a word in which it is compared: lower case, without accents, wide letters as usual ones,
 * Arabic without vowel signs and article, digits 0 to 9.
 *
 * @example foldTerm('Jiménez') // 'jimenez'
 */
export function foldTerm(word: string): string {
  // Most words are of this kind, and the rest takes twenty times as long.
  if (/^[\w-]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(marks, '')
    .normalize('NFC')
    .replaceAll(special, (letter) => letters.get(letter) ?? letter)
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(arabicArticle, '')
}
