/** Folds what makes no difference between titles: case, accents, "working group" for "WG". */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\bworking groups?\b/g, 'wg')
}

/** Removes a plural s: a series has "Touchpoints" in its title, its date "touchpoint". */
export function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}
