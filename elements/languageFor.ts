import {elementWords, formatLocale, supports} from '@touchpoints/words/plain'

import type {DisplayOptions} from './words.ts'

/**
 * Returns the words and the locale of dates for a language. Without a catalog for it, the words are
 * English, and the dates keep the language.
 *
 * @param tag - BCP 47 tag. A text that is no tag is English
 */
export function languageFor(tag: string): Pick<DisplayOptions, 'words' | 'locale'> {
  return {words: elementWords(tag), locale: supports(tag) || !isTag(tag) ? formatLocale(tag) : tag}
}

/** Whether a text is a BCP 47 tag. */
export function isTag(text: string): boolean {
  try {
    return new Intl.Locale(text).language !== ''
  } catch {
    return false
  }
}
