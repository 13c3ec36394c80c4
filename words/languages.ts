/** The languages with a catalog, as BCP 47 tags. */
export const supportedLanguages = ['en', 'es', 'fr', 'de', 'ja', 'zh', 'ar'] as const
export type SupportedLanguage = (typeof supportedLanguages)[number]

/**
 * Returns the supported language that fits a BCP 47 tag best. Unknown languages, and texts that are no
 * tags, are English.
 *
 * @example closestLanguage('es-MX') // 'es'
 */
export function closestLanguage(tag: string): SupportedLanguage {
  const wanted = localeOf(tag)?.language
  return supportedLanguages.find((language) => language === wanted) ?? 'en'
}

/** Whether a catalog exists for the language of a BCP 47 tag. */
export function supports(tag: string): boolean {
  const wanted = localeOf(tag)?.language
  return supportedLanguages.some((language) => language === wanted)
}

/** Returns the direction in which a language is written. @example directionOf('ar') // 'rtl' */
export function directionOf(language: SupportedLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * Returns the locale for dates and numbers.
 *
 * A tag with a region keeps it. English without one is British with a 24-hour clock, which is unambiguous
 * in every region. Digits are always 0 to 9: times of a mixed page then look the same, and ICU releases
 * differ in the digits of `ar`.
 *
 * @example formatLocale('es-MX') // 'es-MX'
 */
export function formatLocale(tag: string): string {
  const language = closestLanguage(tag)
  const wanted = localeOf(tag)
  const known = wanted?.language === language ? wanted : undefined
  if (language === 'en') return known?.region ? `en-${known.region}` : 'en-GB'
  const region = known?.region ? `-${known.region}` : ''
  return language === 'ar' ? `ar${region}-u-nu-latn` : `${language}${region}`
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
