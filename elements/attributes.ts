import {elementWords, formatLocale, supports} from '@touchpoints/words/plain'

import type {DisplayOptions} from './words.ts'
import {isZone, ownZone} from './zones.ts'

/** Returns the absolute URL of the events, or undefined without `src`. */
export function sourceUrl(element: HTMLElement): string | undefined {
  const src = element.getAttribute('src')
  return src ? new URL(src, element.baseURI).href : undefined
}

/**
 * Returns the words and the locale of an element: its `locale`, the closest `lang`, or the browser's
 * language. Without a catalog for it, the words are English, and the dates keep the language.
 */
export function languageOf(element: HTMLElement): Pick<DisplayOptions, 'words' | 'locale'> {
  const inherited = element.closest('[lang]')?.getAttribute('lang')
  const tag = element.getAttribute('locale') || inherited || navigator.language
  return {words: elementWords(tag), locale: supports(tag) || !isTag(tag) ? formatLocale(tag) : tag}
}

function isTag(text: string): boolean {
  try {
    return new Intl.Locale(text).language !== ''
  } catch {
    return false
  }
}

/** Returns the time zone of an element: its `time-zone`, or the visitor's. */
export function zoneOf(element: HTMLElement): string {
  const zone = element.getAttribute('time-zone')
  return zone && isZone(zone) ? zone : ownZone()
}

/** Returns the names in the attribute `extra`. */
export function extraOf(element: HTMLElement): string[] {
  return (element.getAttribute('extra') ?? '').split(/\s+/).filter(Boolean)
}
