import {sitePath, type SitePath} from '@touchpoints/calendar/links'

/** Language of a site if the community names none. */
export const fallbackLanguage = 'en'

/**
 * Returns the first part of a path if it can be a language tag (RFC 5646): a language, with a script or a
 * region.
 *
 * @example languageAt('/es/community/meetings/') // 'es'
 */
export function languageAt(path: string): string | undefined {
  return /^\/([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?)(?:\/|$)/.exec(path)?.[1]
}

/**
 * Divides a path into its language and the path that all languages share. Only languages after the first
 * have a prefix: the first is the default.
 *
 * @example divideLanguage('/es/meetings/', ['en', 'es']) // {language: 'es', path: '/meetings/'}
 */
export function divideLanguage(
  path: string,
  languages: readonly string[],
): {language: string; path: string} {
  const [standard = fallbackLanguage, ...others] = languages
  const tag = languageAt(path)
  if (tag === undefined || !others.includes(tag)) return {language: standard, path}
  return {language: tag, path: path.slice(tag.length + 1) || '/'}
}

/**
 * Returns the path of a page in a language.
 *
 * @param path - of the page in the default language
 * @example pathIn(path`/meetings/`, 'es', ['en', 'es']) // '/es/meetings/'
 */
export function pathIn(path: SitePath, language: string, languages: readonly string[]): SitePath {
  const [standard = fallbackLanguage] = languages
  return languagePrefix(path, language === standard ? undefined : language)
}

/** Writes a language at the start of a path. Undefined is the default, which has no prefix. */
export function languagePrefix(path: SitePath, language: string | undefined): SitePath {
  return language === undefined ? path : (sitePath(`/${language}${path}`) ?? path)
}
