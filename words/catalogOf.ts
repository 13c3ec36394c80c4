import {catalogs} from './catalogs/index.ts'
import type {Catalog} from './catalogs/catalog.ts'
import {closestLanguage} from './languages.ts'

export type {Catalog} from './catalogs/catalog.ts'

/**
 * Returns the messages of the language that fits a BCP 47 tag best, as they are written: with the places of
 * their arguments.
 *
 * For templates that fill in arguments themselves. Everything else uses `wordsIn`.
 *
 * @example catalogOf('de').site.join // 'Teilnehmen'
 */
export function catalogOf(tag: string): Catalog {
  return catalogs[closestLanguage(tag)]
}
