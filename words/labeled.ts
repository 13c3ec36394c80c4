import {isolate} from './isolate.ts'
import {directionOf, type SupportedLanguage} from './languages.ts'

/** What a language writes between a label and its text, where that is not a colon and a blank. */
const separators: {[Language in SupportedLanguage]?: string} = {
  fr: '\u00a0: ',
  ja: '：',
  zh: '：',
}

/**
 * Writes a label before a text.
 *
 * @param words - any words of this package, for their language
 * @example labeled({language: 'fr'}, 'Annulé', 'Portes ouvertes') // 'Annulé : Portes ouvertes'
 */
export function labeled(
  {language}: {language: SupportedLanguage},
  label: string,
  text: string,
): string {
  const values = {label, text}
  const shown = directionOf(language) === 'rtl' ? isolate(values) : values
  return shown.label + (separators[language] ?? ': ') + shown.text
}
