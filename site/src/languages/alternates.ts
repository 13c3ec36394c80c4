import {sitePath, type SitePath} from '@touchpoints/calendar/links'

import {divideLanguage, pathIn} from './languagePath.ts'

/** The same page in one of the site's languages. */
export interface Alternate {
  /** BCP 47 tag. */
  language: string
  path: SitePath
}

/**
 * Returns the addresses of a page in each language, the default first. Empty on a site with one language.
 *
 * @param current - path of the page in its own language
 * @example alternates(path`/es/meetings/`, ['en', 'es'])[0] // {language: 'en', path: '/meetings/'}
 */
export function alternates(current: SitePath, languages: readonly string[]): Alternate[] {
  const page = sitePath(divideLanguage(current, languages).path)
  if (!page || languages.length < 2) return []
  return languages.map((language) => ({language, path: pathIn(page, language, languages)}))
}
