import {agendaDays} from './agenda.ts'
import {attributeRules} from './attributeRules.ts'
import {languageFor} from './languageFor.ts'
import type {DisplayOptions} from './words.ts'
import {isZone, ownZone} from './zones.ts'

/** Returns the absolute URL of the events. Undefined without a `src` that a browser can load. */
export function sourceUrl(element: HTMLElement): string | undefined {
  const src = element.getAttribute('src')
  return src && attributeRules.src.test(src) ? new URL(src, element.baseURI).href : undefined
}

/**
 * Returns the words and the locale of an element: its `locale`, the closest `lang`, or the browser's
 * language.
 */
export function languageOf(element: HTMLElement): Pick<DisplayOptions, 'words' | 'locale'> {
  const inherited = element.closest('[lang]')?.getAttribute('lang')
  return languageFor(element.getAttribute('locale') || inherited || navigator.language)
}

/** Returns the time zone of an element: its `time-zone`, or the visitor's. */
export function zoneOf(element: HTMLElement): string {
  const zone = element.getAttribute('time-zone')
  return zone && isZone(zone) ? zone : ownZone()
}

/** Returns how many days ahead an element shows. */
export function daysOf(element: HTMLElement): number {
  const days = element.getAttribute('days') ?? ''
  return attributeRules.days.test(days) ? Number(days) : agendaDays
}

/** Returns the names in the attribute `extra`. */
export function extraOf(element: HTMLElement): string[] {
  return (element.getAttribute('extra') ?? '').split(/\s+/).filter(Boolean)
}
