/** Latin letters that Unicode does not decompose into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

/**
 * Returns the words of a name for a comparison: lowercase, without diacritics, punctuation and honorifics.
 *
 * @example nameTokens('Dr. Søren Łukasz O’Brien') // ['soren', 'lukasz', 'obrien']
 */
export function nameTokens(name: string): string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æðøđħıłœßþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/['’ʼ]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '' && !honorifics.has(token))
}

const honorifics = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'phd'])
