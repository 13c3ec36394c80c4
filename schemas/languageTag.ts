/**
 * Returns whether a text is a language tag (BCP 47) in its canonical form, without extensions. The language has two or
 * three letters, so that "english" is refused, which the grammar allows.
 *
 * @example
 * isLanguageTag('pt-BR') // true
 * isLanguageTag('pt-br') // false
 */
export function isLanguageTag(value: string): boolean {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value)) return false
  try {
    return Intl.getCanonicalLocales(value)[0] === value
  } catch {
    return false
  }
}
