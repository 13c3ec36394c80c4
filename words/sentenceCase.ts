/**
 * Writes the first letter of a text in upper case, by the rules of its language.
 *
 * @example sentenceCase('every Thursday', 'en') // 'Every Thursday'
 */
export function sentenceCase(text: string, locale: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}
